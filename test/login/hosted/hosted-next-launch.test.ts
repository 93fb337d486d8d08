import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../../miniprogram/login/directory';
import { directoryReader } from '../../../miniprogram/login/hosted/reader';
import { createDirectory } from '../../../miniprogram/login/hosted/table';
import { consoleHost } from '../../../scripts/prove/brands';
import { hosted } from '../../../scripts/prove/hosted';
import { appA, appB, type Driver, drive, toPhoneSheet, toReturning } from '../driver';

/*
 * Nothing of one company is left for the next one: what a person sees, and what is asked, of a launch
 * that comes after another is what it is in a new process.
 */

const provider: Brand = { ...hosted, provider: { 'zh-CN': '登录平台' }, businessDomains: [] };
const program = 'wxaaaaaaaaaaaaaaaa';
const config: DirectoryConfig = {
  ...{ program, consoleHost, endpoint: 'https://directory.example', hosts: [] },
  ...{ logoHosts: ['cdn.example'], unregistered: 'refuse', unregisteredWords: {} },
};
const directory = createDirectory(config, () => directoryReader);

const types = ['request', 'fetchLoginCode', 'readPrivacy', 'goBack', 'note', 'seal'] as const;

interface Tenant {
  readonly caller: string;
  readonly app: string;
  /** Stands in each of its texts and addresses, and in no other company's. */
  readonly mark: string;
  readonly primary: string;
  readonly phone: 'none' | 'required';
}

const tenants: readonly Tenant[] = [
  { caller: appA, app: 'a'.repeat(24), mark: 'Aster', primary: '#0b6478', phone: 'required' },
  { caller: appB, app: 'b'.repeat(24), mark: 'Birch', primary: '#3b4a9c', phone: 'none' },
];

const entry = ({ caller, app, mark, primary, phone }: Tenant) => ({
  ...{ v: 1, mobileAppId: caller, app, connection: `${mark.toLowerCase()}-wechat` },
  ...{ name: mark, operator: `${mark} Ltd`, contact: `help@${mark}.example`, phone },
  logo: `https://cdn.example/${mark}.png`,
  colours: {
    light: { background: '#ffffff', primary, onPrimary: '#ffffff', link: primary },
    dark: { background: '#111111', primary: '#6cc3d3', onPrimary: '#06232a', link: '#7fcbd9' },
  },
  agreements: [{ id: mark.toLowerCase(), version: '3', title: `${mark} rules`, text: `${mark}!` }],
});

function launch(login: Driver, { caller }: Tenant): void {
  login.show({ query: {}, caller });
  login.load();
}

function identify(login: Driver, tenant: Tenant): void {
  const { attempt } = login.state.visit;
  const response = { status: 200, body: entry(tenant) };
  login.send({ type: 'responded', attempt, purpose: 'directory', response });
}

/** How far a login came before the next launch took its place. */
const stages: Readonly<Record<string, (login: Driver, tenant: Tenant) => void>> = {
  'asking whose it is': () => undefined,
  'on the login screen': identify,
  'with a yes and WeChat’s phone sheet': (login, tenant) => {
    identify(login, tenant);
    toPhoneSheet(login);
  },
  'on its way back': (login, tenant) => {
    identify(login, tenant);
    toReturning(login);
  },
  'refused by the person': (login, tenant) => {
    identify(login, tenant);
    login.tap('declined');
  },
  'without a directory': (login) => {
    const { attempt } = login.state.visit;
    login.send({ type: 'requestFailed', attempt, purpose: 'directory', reason: 'network' });
  },
  'with a wrong entry': (login, tenant) => {
    const { attempt } = login.state.visit;
    const response = { status: 200, body: { ...entry(tenant), agreements: 1 } };
    login.send({ type: 'responded', attempt, purpose: 'directory', response });
  },
};

const numbers = new Set(['attempt', 'screen', 'number', 'since', 'at', 'backAt']);

/** All but what counts launches and screens, and tells the time. */
function comparable(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    numbers.has(key) && typeof part === 'number' ? 0 : part,
  );
}

const orders = tenants.flatMap((before) =>
  tenants.flatMap((next) => Object.keys(stages).map((stage) => ({ before, next, stage }))),
);

describe.each(['hot', 'after a launch of a third app'] as const)('the next launch, %s', (how) => {
  test.each(orders)('$before.mark, $stage, then $next.mark', ({ before, next, stage }) => {
    const login = drive(provider, directory);
    launch(login, before);
    stages[stage]?.(login, before);
    if (how !== 'hot') {
      login.hide();
      login.show({ query: {}, caller: 'wxcccccccccccccccc' });
      login.load();
    }
    login.hide();
    const asked = countsOf(login);
    launch(login, next);
    const alone = drive(provider, directory);
    launch(alone, next);
    for (const identified of [false, true]) {
      if (identified) for (const one of [login, alone]) identify(one, next);
      expect(comparable(login.screen)).toBe(comparable(alone.screen));
      expect(comparable(effectsOf(login, asked))).toBe(comparable(effectsOf(alone)));
      const all = JSON.stringify([login.state, login.screen]);
      if (before !== next) expect(all).not.toContain(before.mark);
    }
    expect(JSON.stringify(login.screen)).toContain(next.mark);
  });
});

function countsOf(login: Driver): readonly number[] {
  return types.map((type) => login.asked(type).length);
}

/** What was asked by type, but for the first `counts` of each. */
function effectsOf(login: Driver, counts: readonly number[] = []) {
  return types.map((type, index) => login.asked(type).slice(counts[index] ?? 0));
}
