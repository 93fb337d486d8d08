import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { TimelineEntry, TimelineEvent } from '@mini-login/simulator/contract';
import { conform } from '../../scripts/cli/conform';
import { type JourneyCommand, journeyCommand } from '../../scripts/journey/options';
import { type PlayedPhone, play } from '../../scripts/workbench/browser/page/scenarios/play';
import {
  isStill,
  scenarios,
  setupFor,
} from '../../scripts/workbench/browser/page/scenarios/scenarios';
import { usualSetup } from '../../scripts/workbench/browser/page/settings';
import { journeyLine } from '../../scripts/workbench/browser/page/setup/journey-command';
import { labelOf } from '../../scripts/workbench/browser/page/setup/left-out';
import {
  readSetup,
  type Setup,
  writeSetup,
} from '../../scripts/workbench/browser/page/setup/setup';
import { en } from '../../scripts/workbench/browser/page/words/en';

const usual: Setup = { ...usualSetup(['en'], false), brand: 'demo', person: 'new' };

const everything: Setup = {
  brand: 'teahouse',
  person: 'abroad',
  contract: 'sealed',
  phone: 'android',
  language: 'zh_HK',
  theme: 'dark',
  caller: 'foreign',
  sheetPolicy: 'reject',
  network: 'slow',
  screen: '320',
  fontSize: '1.5',
  library: '3.6.0',
  faults: { surfaces: 'over', launchApp: 'check fail', phoneDeny: 'user deny' },
  servers: { 'sign-in': 'html', tenant: 'loginOnly' },
};

/** By the journey's own options, as a shell and the command before it leave them. */
function read(line: string): JourneyCommand & { readonly brand?: string | undefined } {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
  expect(words.splice(0, 4)).toEqual(['npm', 'run', 'journey', '--']);
  const at = words.indexOf('--brand');
  const [, brand] = at < 0 ? [] : words.splice(at, 2);
  const runs: JourneyCommand[] = [];
  const command = journeyCommand((journey) => {
    runs.push(journey);
    return Promise.resolve();
  });
  conform(command, 'mini-login journey')
    .configureOutput({ writeErr: () => undefined })
    .parse(
      words.map((word) => word ?? ''),
      { from: 'user' },
    );
  const [journey] = runs;
  if (journey === undefined) throw new Error('the journey was not run');
  return { ...journey, brand };
}

test.each([
  ['what is usual', usual],
  ['everything at once', everything],
])('an address gives back what was chosen: %s', (_title, setup) => {
  expect(readSetup(writeSetup(setup), usualSetup(['ja'], true))).toEqual(setup);
});

test('what an address does not say is as usual, and what nobody knows is left out', () => {
  expect(readSetup('', usual)).toEqual(usual);
  const search = '?lang=xx&phone=toaster&contract=&screen=1&text=9&wechat.launchApp=explodes&x=y';
  expect(readSetup(search, usual)).toEqual(usual);
});

test('a kind of phone brings its own faults, which are not said again', () => {
  const setup = { ...usual, phone: 'android' } as const;
  expect(writeSetup(setup)).not.toContain('wechat.');
  expect(readSetup('?phone=android&wechat.surfaces=show-first', usual).faults).toEqual({});
});

test('the copied command is taken by the journey, and asks for the same', () => {
  const { command, leftOut } = journeyLine(everything);
  expect(read(command)).toEqual({
    brand: 'teahouse',
    contract: 'sealed',
    scenario: {
      person: 'abroad',
      loginOnly: true,
      agreeInSheet: false,
      deny: 'phone',
      caller: 'foreign',
      phone: 'android',
      misbehave: { surfaces: 'over', launchApp: 'check fail', navigateBackApplication: 'works' },
    },
    lang: 'zh-TW',
    dark: true,
    lib: '3.6.0',
    width: 320,
    json: false,
    hosted: false,
  });
  expect(leftOut).toEqual(['text', 'network', 'wechat.phoneDeny', 'server.sign-in']);
});

test('a company that was added in the console is none of the copied command’s', () => {
  const app = 'wx6a7e0000000000c3';
  const setup = { ...usual, brand: 'gateway', servers: { app } };
  expect(read(journeyLine(setup).command).app).toBe(app);
  const { command, leftOut } = journeyLine(setup, ['app']);
  expect(command).not.toContain(app);
  expect(read(command)).not.toHaveProperty('app');
  expect(leftOut).toEqual(['server.app']);
});

test('the copied command is that of the scenario that has played, or says what it lacks', () => {
  const begun = setupFor(scenarios.offline, usual);
  const cut = { ...begun, network: 'offline' } as const;
  for (const setup of [begun, cut])
    expect(read(journeyLine(setup, [], 'offline').command).scenario.trouble).toBe('offline');
  expect(journeyLine(begun, [], 'second').leftOut).toEqual(['scenario']);
  expect(isStill(scenarios.offline, cut)).toBe(true);
  expect(isStill(scenarios.second, { ...begun, person: 'existing' })).toBe(true);
  expect(isStill(scenarios.offline, { ...cut, sheetPolicy: 'ask' })).toBe(false);
});

test('what a command lacks is called as it is at its control', () => {
  const { leftOut } = journeyLine(everything);
  const label = { en: 'Sign-in fails', 'zh-CN': '登录失败' };
  const controls = [{ id: 'sign-in', label, value: 'html', options: [] }];
  expect(leftOut.map((name) => labelOf(name, en, controls, ''))).toEqual([
    'Font size',
    'Network',
    'A refused number says',
    'Sign-in fails',
  ]);
});

test.each<[string, Partial<Setup>, readonly string[]]>([
  ['being offline', { network: 'offline' }, []],
  ['both at once', { network: 'offline', sheetPolicy: 'reject' }, ['network']],
  ['a computer', { phone: 'pc' }, ['phone']],
  ['a button that never works', { faults: { launchApp: 'invalid scene' } }, ['wechat.launchApp']],
  [
    'every other fault',
    {
      faults: {
        navigateBackApplication: 'never-answers',
        query: 'noisy',
        wording: 'localized',
        errno: 'missing',
        domains: 'forgotten',
      },
    },
    [],
  ],
])('no copied command is refused: %s', (_title, change, expected) => {
  const { command, leftOut } = journeyLine({ ...usual, ...change });
  expect(read(command).scenario.person).toBe('new');
  expect(leftOut).toEqual(expected);
});

describe('a login that plays by itself', () => {
  const phone: PlayedPhone = {
    state: {
      front: 'app',
      program: 'none',
      waysBack: { launchApp: false, navigateBackApplication: 'refused' },
    },
    sheet: null,
    timeline: [],
    kill: () => undefined,
    hold: () => undefined,
    network: () => undefined,
    subscribe: () => () => undefined,
  };
  const nothing = { tapApp: () => false, tapProgram: () => false };

  afterEach(() => {
    jest.useRealTimers();
  });

  test('says that it has stopped where there is nothing to tap, unless the reader took over', async () => {
    jest.useFakeTimers();
    const stuck = play(scenarios.best, phone, nothing, () => true);
    const takenOver = play(scenarios.best, phone, nothing, () => false);
    await jest.advanceTimersByTimeAsync(60_000);
    expect([await stuck, await takenOver]).toEqual([false, true]);
  });

  test('logs out an app that is logged in, and then logs in', async () => {
    jest.useFakeTimers();
    const taps: string[] = [];
    const tapApp = (selector: string) => {
      if (selector === '#log-in' && !taps.includes('#log-out')) return false;
      taps.push(selector);
      return true;
    };
    void play(scenarios.best, phone, { ...nothing, tapApp }, () => !taps.includes('#log-in'));
    await jest.advanceTimersByTimeAsync(5000);
    expect(taps).toEqual(['#log-out', '#log-in']);
  });

  test('does not tap the button again before WeChat has asked, however slow it is', async () => {
    jest.useFakeTimers();
    const timeline: TimelineEntry[] = [{ id: 1, at: 0, kind: 'console', level: 'log', args: [] }];
    const taps: string[] = [];
    const add = (event: TimelineEvent) =>
      timeline.push({ id: timeline.length + 1, at: 0, ...event });
    const tapper = {
      tapApp: () => {
        // The program's first screen comes after the tap.
        setTimeout(() => add({ kind: 'screen', page: 'pages/login/login', screen: 'login' }), 10);
        return true;
      },
      tapProgram(id: string) {
        taps.push(id);
        if (id === 'sheet-agree') add({ kind: 'wx', api: 'getPhoneNumber', args: {} });
        return true;
      },
    };
    let isWanted = true;
    void play(scenarios.best, { ...phone, timeline }, tapper, () => isWanted);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(taps).toEqual(['sheet-agree']);
    timeline.splice(-1, 1, {
      id: 9,
      at: 0,
      kind: 'wx',
      api: 'getPhoneNumber',
      args: {},
      outcome: 'fail',
    });
    await jest.advanceTimersByTimeAsync(1000);
    expect(taps).toEqual(['sheet-agree', 'sheet-agree']);
    isWanted = false;
    await jest.advanceTimersByTimeAsync(1000);
  });
});
