import { afterEach, expect, test } from '@jest/globals';
import { Stopped } from '../../../scripts/simulator/test/final';
import { retry } from '../../../scripts/simulator/test/retry';

const KEY = Symbol.for('@mini-login/simulator run watcher');

afterEach(() => {
  Reflect.deleteProperty(globalThis, KEY);
});

test('who looks on stops what is tried again and again', async () => {
  const controller = new AbortController();
  Reflect.set(globalThis, KEY, { stop: () => controller.signal });
  let tried = 0;
  const tries = retry(Number.POSITIVE_INFINITY, async () => {
    tried += 1;
    if (tried === 2) controller.abort();
    throw new Error('not yet');
  });
  await expect(tries).rejects.toThrow(Stopped);
  expect(tried).toBe(2);
});

test('what tears down is tried again', async () => {
  Reflect.set(globalThis, KEY, { stop: () => null });
  let tried = 0;
  const last = await retry(Number.POSITIVE_INFINITY, async () => {
    tried += 1;
    if (tried < 3) throw new Error('not yet');
    return tried;
  });
  expect(last).toBe(3);
});
