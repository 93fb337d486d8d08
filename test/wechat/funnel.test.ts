import { beforeEach, expect, test } from '@jest/globals';
import { brand } from '../../miniprogram/brand';
import type { View } from '../../miniprogram/login/screen';
import { countLogins, createFunnel } from '../../miniprogram/wechat/events/funnel';
import { viewsOf } from '../../scripts/screens/scenes';
import { installWx } from './fake-wx';

const endpoint = 'https://count.harbor.example/login';
let sent: { readonly url: string; readonly method: string; readonly data: unknown }[];
let see: (view: View) => void;

beforeEach(() => {
  sent = [];
  installWx({ request: (options: (typeof sent)[number]) => sent.push(options) });
  see = createFunnel(endpoint);
});

const views = new Map(viewsOf(brand, 'en').map(({ name, view }) => [name, view]));

function show(...names: readonly string[]): unknown[] {
  for (const name of names) {
    const view = views.get(name);
    if (view === undefined) throw new Error(`no scene ${name}`);
    see(view);
  }
  return sent.map(({ data }) => Object(data).step);
}

test('a login that succeeds is opened, consented and granted, each once', () => {
  expect(show('login', 'login', 'login-agreed', 'login-agreed', 'working-sealing')).toEqual([
    'opened',
    'consented',
    'granted',
  ]);
  expect(sent.every(({ url, method }) => url === endpoint && method === 'POST')).toBe(true);
});

test('a failure says its code, and nothing else of what support would see', () => {
  show('login', 'failure-server');
  expect(sent.map(({ data }) => data)).toEqual([
    { v: 1, step: 'opened' },
    { v: 1, step: 'failed', code: 'server' },
  ]);
});

test('trying again is the same launch, and what comes after a result is another', () => {
  expect(show('login', 'failure-server', 'login', 'failure-server')).toHaveLength(2);
  expect(show('returning-manual', 'login')).toEqual(['opened', 'failed', 'opened']);
});

test('reading the agreements again after a failure grants nothing', () => {
  expect(show('login', 'failure-network', 'working-preparing')).toEqual(['opened', 'failed']);
});

test('a program that is opened by hand counts nothing', () => {
  expect(show('about')).toEqual([]);
});

test('a WeChat that throws ends nothing', () => {
  installWx({
    request() {
      throw new Error('no network');
    },
  });
  expect(() => show('login')).not.toThrow();
});

test('the app’s screens are what is counted', () => {
  const watched: ((view: View) => void)[] = [];
  const program = { watch: (changed: (view: View) => void) => watched.push(changed) };
  Object.assign(globalThis, { getApp: () => ({ program }) });
  countLogins(endpoint);
  Reflect.deleteProperty(globalThis, 'getApp');
  const [changed] = watched;
  if (changed) see = changed;
  expect(watched).toHaveLength(1);
  expect(show('login')).toEqual(['opened']);
});
