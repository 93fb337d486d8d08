import { describe, expect, test } from '@jest/globals';
import { CommanderError } from 'commander';
import { conform } from '../../scripts/cli/conform';
import { type JourneyCommand, journeyCommand } from '../../scripts/journey/options';

interface Output {
  out: string;
  err: string;
}

function read(words: readonly string[], output: Output = { out: '', err: '' }): JourneyCommand {
  const runs: JourneyCommand[] = [];
  const command = journeyCommand((journey) => {
    runs.push(journey);
    return Promise.resolve();
  });
  conform(command, 'mini-login journey')
    .configureOutput({
      writeOut: (text) => {
        output.out += text;
      },
      writeErr: (text) => {
        output.err += text;
      },
    })
    .parse([...words], { from: 'user' });
  const [journey] = runs;
  if (journey === undefined) throw new Error('the journey was not run');
  return journey;
}

test("without options somebody with an account logs in, by the brand's first contract", () => {
  expect(read([])).toEqual({
    scenario: {
      person: 'existing',
      loginOnly: false,
      agreeInSheet: false,
      caller: 'app',
      phone: 'ios',
      misbehave: {},
    },
    hosted: false,
    dark: false,
    json: false,
  });
});

test('a company’s app is one of a hosted program', () => {
  expect(read(['--hosted'])).toMatchObject({ hosted: true });
  expect(read(['--app', 'Lighthouse'])).toMatchObject({ hosted: true, app: 'Lighthouse' });
});

test('chaos is asked for with a seed or without, or with one disturbance', () => {
  expect(read(['--chaos']).chaos).toEqual({});
  expect(read(['--chaos', '7']).chaos).toEqual({ seed: 7 });
  expect(read(['--only', 'kill 2']).chaos).toEqual({ only: 'kill 2' });
});

test('an unknown person is a new one at a login-only connection', () => {
  expect(read(['--person', 'unknown']).scenario).toMatchObject({ person: 'new', loginOnly: true });
});

test('every option reaches the journey', () => {
  const words = [
    '--return',
    'sealed',
    '--person',
    'new',
    '--expired',
    '--login-only',
    '--sheet',
    '--back',
    'fail',
  ];
  words.push(
    '--caller',
    'foreign',
    '--phone',
    'android',
    '--button',
    'cancelled',
    '--surfaces',
    'answer-first',
    '--noise',
  );
  words.push('--lib', '3.6.0', '--localized', '--no-errno', '--undeclared');
  expect(
    read([...words, '--lang', 'ja', '--dark', '--width', '320', '--screenshots', 'out', '--json']),
  ).toEqual({
    scenario: {
      person: 'new',
      trouble: 'expired',
      loginOnly: true,
      agreeInSheet: true,
      caller: 'foreign',
      phone: 'android',
      misbehave: {
        navigateBackApplication: 'fail',
        launchApp: 'cancelled',
        surfaces: 'answer-first',
        query: 'noisy',
        wording: 'localized',
        errno: 'missing',
        domains: 'forgotten',
      },
    },
    contract: 'sealed',
    lib: '3.6.0',
    lang: 'ja',
    dark: true,
    width: 320,
    screenshots: 'out',
    json: true,
    hosted: false,
  });
});

describe('a wrong usage says what there is', () => {
  test.each([
    ['an unknown contract', ['--return', 'cookie'], 'sealed'],
    ['an unknown person', ['--person', 'nobody'], 'existing'],
    ['an impossible width', ['--width', '20'], '280'],
    ['a seed that is no number', ['--chaos', 'much'], 'whole number'],
    ['a width that is no number', ['--width', 'wide'], '280'],
    ['two troubles at once', ['--offline', '--expired'], 'cannot be used with'],
    ['a trouble where nothing is sent', ['--offline', '--deny', 'phone'], 'cannot be used with'],
    ['an unknown option', ['--colour'], '--colour'],
    ['a word too much', ['session'], 'too many arguments'],
  ])('%s', (_name, words, expected) => {
    const output = { out: '', err: '' };
    expect(() => read(words, output)).toThrow(CommanderError);
    expect(output.err).toContain(expected);
    expect(output.out).toBe('');
  });
});

test('--help goes to stdout and lists the people', () => {
  const output = { out: '', err: '' };
  let thrown: unknown;
  try {
    read(['--help'], output);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ exitCode: 0 });
  expect(output.out).toMatch(/existing\s+陈宇/);
  expect(output.err).toBe('');
});
