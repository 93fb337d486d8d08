import { spawn } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import {
  isSending,
  type Machine,
  type Sender,
  thisMachine,
  thisProcess,
} from '../../scripts/deploy/upload/sender';

const one: Sender = { host: 'a', pid: 50, boot: 'b1', startedAt: '7', until: 1_000 };

/** Process 50 is there, as it was when the record was made. */
const same: Machine = {
  host: 'a',
  boot: 'b1',
  now: 999,
  process: (pid) => (pid === 50 ? { startedAt: '7' } : null),
};

describe('who made the record', () => {
  test.each<[name: string, change: Partial<Machine>, sends: boolean]>([
    ['is still sending', {}, true],
    ['is gone', { process: () => null }, false],
    [
      'is gone, and its number is another process’s',
      { process: () => ({ startedAt: '8' }) },
      false,
    ],
    ['was ended by a restart, after which its number is alive again', { boot: 'b2' }, false],
    ['is past its deadline, though alive', { now: 1_000 }, false],
    [
      'is on another machine, where only the deadline says',
      { host: 'c', process: () => null },
      true,
    ],
    ['is on another machine, and past its deadline', { host: 'c', now: 1_000 }, false],
    ['is alive where no beginning is known', { process: () => ({ startedAt: null }) }, true],
  ])('%s', (_, change, sends) => {
    expect(isSending(one, { ...same, ...change })).toBe(sends);
  });
});

test('this very process is found to be there, until its deadline', () => {
  const me = thisProcess(60_000);
  const machine = thisMachine();
  expect(isSending(me, machine)).toBe(true);
  expect(isSending(me, { ...machine, now: me.until })).toBe(false);
});

const onLinux = process.platform === 'linux' ? test : test.skip;
onLinux('two processes with one number are told apart by when they began', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const { pid = 0 } = child;
  const me = thisProcess(60_000);
  expect(me.startedAt).toMatch(/^\d+$/);
  expect(me.boot).toMatch(/^[0-9a-f-]{36}$/);
  // The record names this process's beginning, and the number of another that is alive.
  expect(isSending({ ...me, pid }, thisMachine())).toBe(false);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
});
