import { expect, test } from '@jest/globals';
import { conform } from '../../scripts/cli/conform';
import { type JourneyCommand, journeyCommand } from '../../scripts/journey/options';
import { usualSetup } from '../../scripts/workbench/browser/page/settings';
import { journeyLine } from '../../scripts/workbench/browser/page/setup/journey-command';
import {
  readSetup,
  type Setup,
  writeSetup,
} from '../../scripts/workbench/browser/page/setup/setup';

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
