import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { UiSession } from '../../../scripts/simulator/node/ui/session';
import { applyEvent, EMPTY, statusOf, type UiState } from '../../../scripts/simulator/ui/model';

let folder: string;
let session: UiSession;
let onDisk: readonly string[];

beforeEach(() => {
  onDisk = ['a.test.js', 'b.test.js'];
  folder = mkdtempSync(join(tmpdir(), 'mini-login-ui-'));
  const bin = join(folder, 'jest.mjs');
  // Ends as a test that ends Jest makes it end.
  writeFileSync(
    bin,
    `import { existsSync } from 'node:fs';
     setInterval(() => { if (existsSync('exit')) process.exit(3); }, 10);`,
  );
  session = new UiSession({
    jest: { folder, bin, runner: '', version: '30.0.0' },
    list: async () => onDisk,
    ...{ args: [], files: ['a.test.js', 'b.test.js'], url: 'http://127.0.0.1:1/ui/token' },
  });
});
afterEach(async () => {
  writeFileSync(join(folder, 'exit'), '');
  await session.close();
  rmSync(folder, { recursive: true });
});

/** A test file that Jest has come to. */
function reporting(...messages: readonly object[]): EventEmitter {
  const line = Object.assign(new EventEmitter(), { send: () => undefined });
  session.take(line as unknown as WebSocket);
  for (const message of messages) line.emit('message', JSON.stringify(message));
  return line;
}

/** What a page shows when a run is over. */
function untilOver(): Promise<UiState> {
  return new Promise((done) => {
    let state = EMPTY;
    const stop = session.subscribe((sent) => {
      const { state: first } = sent as { state?: UiState };
      state = first ?? applyEvent(state, sent as Parameters<typeof applyEvent>[1]);
      if ((sent as { type?: string }).type !== 'over') return;
      stop();
      done(state);
    });
  });
}

test('a file that had only said its name when a run came first is listed after it', async () => {
  reporting({ type: 'hello', path: 'a.test.js' }, { type: 'file', path: 'a.test.js', tests: [] });
  reporting({ type: 'hello', path: 'b.test.js' });
  await session.stop();
  expect(session.filesToRun).toEqual(['b.test.js']);
});

describe('a run in the middle of a test', () => {
  const path = 'a.test.js';
  const outcome = (id: string, status: string) => ({
    ...{ type: 'test', path, id, status, ms: null, error: null },
  });
  let isOver: Promise<UiState>;

  beforeEach(async () => {
    await session.run(['a.test.js', 'b.test.js'].map((file) => ({ path: file, tests: null })));
    reporting(
      { type: 'hello', path },
      ...[{ type: 'file', path, tests: listed(['one', 'two', 'three']) }],
      ...[outcome('one', 'passed'), outcome('two', 'running')],
    );
    isOver = untilOver();
  });

  const listed = (ids: readonly string[]) => ids.map((id) => ({ id, title: id, groups: [] }));
  const shown = ({ files }: UiState) =>
    files.map((file) => [file.path, statusOf(file), ...file.tests.map(({ status }) => status)]);

  test('that ends with Jest has failed there, and files after it say that they did not run', async () => {
    writeFileSync(join(folder, 'exit'), '');
    const { files, ...state } = await isOver;
    expect(shown({ files, ...state })).toEqual([
      ['a.test.js', 'failed', 'passed', 'failed', 'idle'],
      ['b.test.js', 'failed'],
    ]);
    const ended = 'Jest ended with code 3 while this ran';
    expect([files[0]?.error, files[0]?.tests[1]?.error]).toEqual([ended, ended]);
    expect(files[1]?.error).toBe('Jest did not run this file: it ended with code 3');
  });

  test('that a person stops has no outcome', async () => {
    // The stand-in for Jest does not end by being asked.
    writeFileSync(join(folder, 'exit'), '');
    await session.stop();
    const { files, ...state } = await isOver;
    expect(shown({ files, ...state })).toEqual([
      ['a.test.js', 'idle', 'passed', 'idle', 'idle'],
      ['b.test.js', 'idle'],
    ]);
    expect(files.map(({ error }) => error)).toEqual([null, null]);
  });
});

/** What a page sees. */
function state(): UiState {
  let seen: UiState | null = null;
  session.subscribe((data) => {
    seen ??= Object(data).state;
  })();
  if (!seen) throw new Error('a page is told nothing');
  return seen;
}

const whole = (path: string) => ({ path, tests: null });

test('a file that is new on disk is there at the next run, and runs when all run', async () => {
  onDisk = ['b.test.js', 'new.test.js'];
  await session.run([whole('b.test.js')]);
  expect(state().files.map(({ path }) => path)).toEqual(['b.test.js', 'new.test.js']);
  expect(session.filesToRun).toEqual(['b.test.js']);
  onDisk = ['b.test.js', 'new.test.js', 'newer.test.js'];
  writeFileSync(join(folder, 'exit'), '');
  await session.run([whole('b.test.js'), whole('new.test.js')]);
  expect(session.filesToRun).toEqual(onDisk);
});

test('a test that was renamed since it was chosen is missed, and not just passed over', async () => {
  await session.run([{ path: 'a.test.js', tests: ['old name'] }]);
  const tests = [{ id: 'new name', title: 'new name', groups: [] }];
  reporting(
    { type: 'hello', path: 'a.test.js' },
    { type: 'file', path: 'a.test.js', tests },
    { type: 'fileOver', path: 'a.test.js', error: null },
  );
  expect(state().files[0]?.error).toContain('not in this file any more');
});
