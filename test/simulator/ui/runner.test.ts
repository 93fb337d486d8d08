import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { linkFolder } from '@mini-login/platform/files';
import { waiting } from '@mini-login/simulator';
import { WebSocketServer } from 'ws';
import { findJest } from '../../../scripts/simulator/node/ui/jest';
import { UiSession } from '../../../scripts/simulator/node/ui/session';
import {
  applyEvent,
  type Chosen,
  EMPTY,
  type UiEvent,
  type UiState,
} from '../../../scripts/simulator/ui/model';
import { ROOT } from '../../docs/markdown';

let folder: string;
let server: Server | undefined;
let session: UiSession | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mini-login-ui-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ jest: { transform: {} } }));
  linkFolder(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(async () => {
  await session?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

/** With the project's own Jest; the page's server has the same two doors. */
async function startWith(files: Readonly<Record<string, string>>): Promise<UiSession> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const listening = createServer((_, answer) => {
    answer.end(JSON.stringify({ files: session?.filesToRun }));
  }).listen(0, '127.0.0.1');
  server = listening;
  await once(listening, 'listening');
  new WebSocketServer({ server: listening }).on('connection', (line) => session?.take(line));
  const { port } = listening.address() as AddressInfo;
  const names = Object.keys(files).filter((name) => name.endsWith('.test.js'));
  session = new UiSession({
    jest: findJest(folder),
    list: async () => names,
    ...{ args: [], files: names, url: `http://127.0.0.1:${port}` },
  });
  await until(session, ({ run }) => run === 'idle');
  return session;
}

/** What a page shows, as soon as it is that. */
function until(from: UiSession, isIt: (state: UiState) => boolean): Promise<UiState> {
  return new Promise((done) => {
    let state = EMPTY;
    const stop = from.subscribe((sent) => {
      const { state: first } = sent as { state?: UiState };
      state = first ?? applyEvent(state, sent as UiEvent);
      if (!isIt(state)) return;
      done(state);
      queueMicrotask(() => stop());
    });
  });
}

async function runOf(from: UiSession, chosen: readonly Chosen[]): Promise<UiState> {
  await from.run(chosen);
  return await until(from, ({ run }) => run === 'idle');
}

const outcomes = ({ files }: UiState) =>
  files.flatMap(({ tests }) =>
    tests.map(
      ({ id, status, error }) => `${id}: ${status}${error ? ` ${error.split('\n')[0]}` : ''}`,
    ),
  );

test('tests of one name have their own outcome', async () => {
  const started = await startWith({
    'a.test.js': `
      const ok = () => undefined;
      const throws = () => { throw new Error('why'); };
      test('same', ok);
      test('same', throws);
      test('same #2', ok);
      describe('a', () => test('b', ok));
      test('a b', throws);
      test.each([1, 2, 3])('each', (n) => n === 2 && throws() || undefined);
    `,
  });
  expect(outcomes(await runOf(started, [{ path: 'a.test.js', tests: null }]))).toEqual([
    ...['same: passed', 'same #3: failed Error: why', 'same #2: passed'],
    ...['a b: passed', 'a b #2: failed Error: why'],
    ...['each: passed', 'each #2: failed Error: why', 'each #3: passed'],
  ]);
});

test('next to `only`, what is skipped or still to be written stays so when it is chosen', async () => {
  const started = await startWith({
    'a.test.js': `
      test.only('focused', () => undefined);
      test.skip('skipped', () => { throw new Error('it ran'); });
      test.todo('later');
      describe.skip('none', () => test('inner', () => { throw new Error('it ran'); }));
      test('other', () => undefined);
    `,
  });
  const tests = ['skipped', 'later', 'none inner', 'other'];
  expect(outcomes(await runOf(started, [{ path: 'a.test.js', tests }]))).toEqual([
    ...['focused: idle', 'skipped: skipped', 'later: skipped', 'none inner: skipped'],
    'other: passed',
  ]);
});

test('a stop fails what hangs at once, and hooks and the tear-down of Jest run', async () => {
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ jest: { transform: {}, globalTeardown: './down.js' } }),
  );
  const say = `const say = (word) => require('fs').appendFileSync('order.txt', word + ' ');`;
  const started = await startWith({
    'down.js': `${say} module.exports = async () => say('globalTeardown');`,
    'a.test.js': `${say}
      const watcher = globalThis[Symbol.for('@mini-login/simulator run watcher')];
      afterEach(() => say('afterEach'));
      afterAll(async () => {
        // What looks for something there does it until it is found.
        say(watcher.stop() === null ? 'afterAll' : 'stopped');
      });
      test('hangs', () => {
        say('hangs');
        watcher.stop().addEventListener('abort', () => say('told'));
        return new Promise(() => undefined);
      });
      test('next', () => say('next'));
      describe('group', () => {
        beforeAll(() => say('beforeAll'));
        test('last', () => say('last'));
      });`,
    'b.test.js': `${say} say('b'); test('other', () => say('other'));`,
  });
  rmSync(join(folder, 'order.txt'));
  await started.run(['a.test.js', 'b.test.js'].map((path) => ({ path, tests: null })));
  await waiting('the test', async () => existsSync(join(folder, 'order.txt')));
  await started.stop();
  const state = await until(started, ({ run }) => run === 'idle');
  expect(readFileSync(join(folder, 'order.txt'), 'utf8')).toBe(
    'hangs told afterEach afterAll globalTeardown ',
  );
  expect(outcomes(state)).toEqual(['hangs: idle', 'next: idle', 'group last: idle', 'other: idle']);
  expect(state.files.map(({ error }) => error)).toEqual([null, null]);
});

test('a test that ends Jest has failed, and so has its file', async () => {
  const started = await startWith({
    'a.test.js': `
      test('passes', () => undefined);
      test('ends', () => process.exit(3));
      test('next', () => undefined);`,
    'b.test.js': `test('other', () => undefined);`,
  });
  const state = await runOf(
    started,
    ['a.test.js', 'b.test.js'].map((path) => ({ path, tests: null })),
  );
  const ended = 'Jest ended with code 3 while this ran';
  expect(outcomes(state)).toEqual([
    ...['passes: passed', `ends: failed ${ended}`, 'next: idle', 'other: idle'],
  ]);
  expect(state.files.map(({ error }) => error)).toEqual([
    ...[ended, 'Jest did not run this file: it ended with code 3'],
  ]);
});
