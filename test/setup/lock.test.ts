import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { removeDead } from '@mini-login/platform/lock-file';

const lockModule = pathToFileURL(join(import.meta.dirname, '../../scripts/setup/lock.mjs')).href;

/** Holds the lock for a moment and writes when it came and went. */
const PROGRAM = `
  import { appendFileSync } from 'node:fs';
  import { withLock } from ${JSON.stringify(lockModule)};
  const [lock, log, name] = process.argv.slice(1);
  withLock(lock, () => {
    appendFileSync(log, name + ' in\\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    appendFileSync(log, name + ' out\\n');
  });
`;

let folder: string;
const lock = () => join(folder, 'out', 'set-up.lock');
const log = () => join(folder, 'log');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mini-login-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function hold(name: string): Promise<number | null> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', PROGRAM, lock(), log(), name],
    { stdio: 'ignore' },
  );
  return new Promise((resolve) => child.once('close', resolve));
}

test('two set-ups at the same time take turns', async () => {
  expect(await Promise.all([hold('a'), hold('b')])).toEqual([0, 0]);
  expect(readFileSync(log(), 'utf8')).toMatch(
    /^(a in\na out\nb in\nb out|b in\nb out\na in\na out)\n$/,
  );
  expect(existsSync(lock())).toBe(false);
});

test('a lock whose owner has died is taken over', async () => {
  expect(await hold('first')).toBe(0);
  const dead = spawn(process.execPath, ['-e', '0']);
  await new Promise((resolve) => dead.once('close', resolve));
  writeFileSync(lock(), String(dead.pid));
  expect(await hold('second')).toBe(0);
  expect(readFileSync(log(), 'utf8')).toContain('second out');
});

test('who saw a dead owner does not remove the lock that another has taken since', () => {
  mkdirSync(join(folder, 'out'));
  writeFileSync(lock(), String(process.pid));
  expect(removeDead(lock())).toBe(true);
  expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid));
  expect(existsSync(`${lock()}.takeover`)).toBe(false);
});

test('only one at a time may remove a dead owner', () => {
  mkdirSync(join(folder, 'out'));
  writeFileSync(`${lock()}.takeover`, String(process.pid));
  expect(removeDead(lock())).toBe(false);
});
