import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isDiskError } from '../../scripts/deploy/disk';
import { claim, readRecord, settle } from '../../scripts/deploy/upload/record';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mini-login-record-'));
  file = join(folder, 'one.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const by = { host: 'a', pid: 1, boot: null, startedAt: null, until: 1 };
const sending = { state: 'sending', by } as const;
const failed = { state: 'failed', code: 1, message: 'x', mayHaveArrived: true } as const;

test('one alone can make a record, and what came of it takes its place', () => {
  expect(readRecord(file)).toBeNull();
  expect(claim(file, sending)).toBe('claimed');
  expect(claim(file, sending)).toBe('taken');
  expect(readRecord(file)).toEqual(sending);
  settle(file, failed);
  expect(readRecord(file)).toEqual(failed);
  expect(readdirSync(folder)).toEqual(['one.json']);
});

test.each([
  ['of an older version', '{"state":"sending","pid":1}'],
  ['damaged', '{"state":"sen'],
])('a record that is %s is not taken for nothing', (_, text) => {
  writeFileSync(file, text);
  expect(readRecord(file)).toBe('unreadable');
});

test('an empty one is of a try that never began', () => {
  writeFileSync(file, '');
  expect(readRecord(file)).toBeNull();
});

test('a file in the place of a folder is a disk that takes nothing, and nothing has begun', () => {
  writeFileSync(file, '');
  let problem: unknown;
  try {
    claim(join(file, 'two.json'), sending);
  } catch (error) {
    problem = error;
  }
  expect(isDiskError(problem)).toBe(true);
});

/** Linux has a device that is always full. */
const onFullDisk = process.platform === 'linux' ? describe : describe.skip;
onFullDisk('on a full disk', () => {
  const fill = () => symlinkSync('/dev/full', `${file}.${process.pid}`);

  test('nothing is begun, nothing is left, and once there is space it begins', () => {
    fill();
    expect(() => claim(file, sending)).toThrow('ENOSPC');
    expect(readdirSync(folder)).toEqual([]);
    expect(claim(file, sending)).toBe('claimed');
  });

  test('what came of an upload is kept all the same', () => {
    claim(file, sending);
    const size = readFileSync(file).length;
    fill();
    const packages = Array.from({ length: 8 }, (_, index) => ({ name: `part-${index}`, size: 1 }));
    settle(file, { state: 'sent', packages, ms: 5 });
    expect(readRecord(file)).toEqual({ state: 'sent', packages, ms: 5 });
    expect(readFileSync(file).length).toBeLessThanOrEqual(size);
  });
});
