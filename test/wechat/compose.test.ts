import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { brand } from '../../miniprogram/brand';
import { compose, type Program } from '../../miniprogram/compose';
import type { View } from '../../miniprogram/login/screen';
import { installWx, type PendingCall, pending } from './fake-wx';

let program: Program;
let logins: PendingCall[];
let titles: PendingCall[];
let seen: View['screen'][];
let updateIsReady: () => void;
let asked: string[];
let updates: number;

/**
 * A WeChat that has everything and answers privacy at once, inside the call: the answer must wait
 * for its turn.
 */
beforeEach(() => {
  jest.useFakeTimers();
  const login = pending();
  const title = pending();
  logins = login.calls;
  titles = title.calls;
  asked = [];
  installWx({
    getAppBaseInfo() {
      asked.push('getAppBaseInfo');
      return { language: 'en', fontSizeScaleFactor: 1.4 };
    },
    login: login.call,
    setNavigationBarTitle: title.call,
    getPrivacySetting: ({ success }: { success: (setting: unknown) => void }) =>
      success({ needAuthorization: true, privacyContractName: '《指引》' }),
    navigateBackApplication: () => undefined,
    exitMiniProgram: () => undefined,
    getUpdateManager() {
      asked.push('getUpdateManager');
      return {
        onUpdateReady: (ready: () => void) => {
          updateIsReady = ready;
        },
        applyUpdate: () => {
          updates += 1;
        },
      };
    },
    reLaunch: () => undefined,
  });
  program = compose();
  seen = [];
  updates = 0;
});

afterEach(() => {
  jest.useRealTimers();
});

const state = 's'.repeat(22);
const launch = (query: Record<string, string>) =>
  program.enter({
    path: 'pages/login/login',
    query: { state, ...query },
    scene: 1069,
    referrerInfo: { appId: brand.apps[0].mobileAppId },
  });

test('a launch shows the login in the language of WeChat, and asks for a login code before any tap', () => {
  const end = program.watch((view) => seen.push(view.screen));
  launch({ v: '1' });
  expect([...new Set(seen)]).toEqual(['blank', 'login']);
  expect(logins).toHaveLength(1);
  end();
});

test('an answer that comes inside the call that asked is shown all the same', () => {
  launch({ v: '1' });
  let links: readonly string[] = [];
  program.watch((view) => {
    if (view.screen === 'login') links = view.consent.parts.map(({ text }) => text);
  })();
  expect(links).toContain('《指引》');
});

test('a watcher that has ended is called no more', () => {
  const end = program.watch((view) => seen.push(view.screen));
  end();
  launch({ v: '1' });
  expect(seen).toEqual(['blank']);
});

test('an agreement is found by its id, and a strange id says so', () => {
  launch({ v: '1', lang: 'en' });
  expect(program.agreement('terms')).toMatchObject({ kind: 'packaged', title: 'Terms of Service' });
  expect(program.agreement('nothing')).toMatchObject({ kind: 'missing' });
});

test("pages set the bar's title and learn the text size from it", () => {
  program.setTitle('Harbor');
  launch({ v: '1' });
  expect(titles.map(({ options }) => options.title)).toEqual(['Harbor']);
  expect(program.fontScale).toBe(1.4);
});

test('a watcher that throws loses no effect, and is an error of the program', () => {
  program.watch((view) => {
    if (view.screen !== 'blank') throw new Error('a page that is not itself');
  });
  launch({ v: '1' });
  expect(logins).toHaveLength(1);
  expect(() => jest.advanceTimersByTime(0)).toThrow('a page that is not itself');
});

test('one synchronous question is asked of WeChat before the first paint, and one for updates after it', () => {
  launch({ v: '1' });
  expect([program.fontScale, program.fontScale]).toEqual([1.4, 1.4]);
  expect(asked).toEqual(['getAppBaseInfo']);
  program.painted();
  program.painted();
  expect(asked).toEqual(['getAppBaseInfo', 'getUpdateManager']);
});

test('an update is applied while nothing is under way, and not before', () => {
  launch({ v: '1' });
  program.painted();
  updateIsReady();
  expect(updates).toBe(0);
  program.enter({ path: 'pages/login/login', query: {}, scene: 1011 });
  expect(updates).toBe(1);
});

test('the alarm rings also when WeChat never answers', () => {
  launch({ v: '1', lang: 'en' });
  program.watch((view) => seen.push(view.screen));
  jest.advanceTimersByTime(12_000);
  expect(seen.at(-1)).toBe('failure');
});
