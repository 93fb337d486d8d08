import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { FIRST, usePlatformBench } from './platform-bench';

/* `--release` alone: what was submitted and is approved goes live, and nothing is committed. */

const bench = usePlatformBench();

const trial = async () =>
  Object(Object(await bench.control('GET', '/tenants'))[FIRST]).trial.version as unknown;
const once = { commit: 1, submit: 1, release: 1 };
const released = { ok: true, state: 'released', version: '1.0.0' };

test.each(['the same machine', 'another machine'])('what is approved goes live: %s', async (at) => {
  await bench.ship(FIRST);
  await bench.approve();
  if (at === 'another machine') bench.out = mkdtempSync(join(bench.out, 'machine-'));
  expect(await bench.release(FIRST)).toMatchObject(released);
  expect(await bench.release(FIRST)).toMatchObject(released);
  expect(await bench.accepted(FIRST)).toEqual(once);
});

test('a trial version that was committed since stays', async () => {
  await bench.ship(FIRST);
  await bench.ship(FIRST, { submit: false }, '1.1.0');
  await bench.approve();
  expect(await bench.release(FIRST)).toMatchObject(released);
  expect(await trial()).toBe('1.1.0');
  expect(await bench.ship(FIRST, {}, '1.1.0')).toMatchObject({ ok: true, state: 'submitted' });
  expect(await bench.accepted(FIRST)).toEqual({ commit: 2, submit: 2, release: 1 });
});

test.each<['truncated' | 'reset']>([['truncated'], ['reset']])(
  'an answer that gets lost is asked for: %s',
  async (kind) => {
    await bench.ship(FIRST);
    await bench.approve();
    bench.sandbox.wechat.faults.enqueue({ path: '/wxa/release', fault: { kind }, times: 1 });
    expect(await bench.release(FIRST)).toMatchObject(released);
    expect(await bench.accepted(FIRST)).toEqual(once);
  },
);

test('what is under review is waited for, and what was rejected is said', async () => {
  await bench.ship(FIRST);
  expect(await bench.release(FIRST)).toMatchObject({ ok: true, state: 'submitted' });
  await bench.control('PUT', `/tenants/${FIRST}/review`, { status: 1, reason: 'no' });
  expect(await bench.release(FIRST)).toMatchObject({ ok: false, reason: 'rejected' });
  expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 0 });
});

test('a version that was gone back from is not released again', async () => {
  for (const version of ['1.0.0', '1.1.0']) {
    await bench.ship(FIRST, {}, version);
    await bench.approve();
    await bench.release(FIRST);
  }
  await bench.wechat(FIRST, '/wxa/revertcoderelease');
  expect(await bench.release(FIRST)).toMatchObject({ ok: false, reason: 'replaced' });
});

test.each([
  ['a new program', null],
  ['a trial version alone', 'checked'],
])('where nothing was submitted nothing is sent: %s', async (_, state) => {
  if (state !== null) await bench.ship(FIRST, { submit: false });
  expect(await bench.release(FIRST)).toMatchObject({
    ...{ ok: false, reason: 'not-submitted', mayHaveArrived: false },
    remedy: expect.stringContaining('--submit'),
  });
  const asked = bench.sandbox.journal.all().map(({ path }) => path);
  expect(asked).not.toContain('/wxa/release');
});

test('what somebody else has submitted is not released, and nothing is put in its place', async () => {
  await bench.ship(FIRST, { submit: false });
  await bench.submitByHand(FIRST, '9.0.0');
  await bench.approve();
  expect(await bench.release(FIRST)).toMatchObject({
    ...{ ok: false, reason: 'not-ours', problems: [expect.stringContaining('9.0.0')] },
  });
  expect(await trial()).toBe('9.0.0');
  expect(await bench.accepted(FIRST)).toEqual({ commit: 2, submit: 1, release: 0 });
  await bench.api().post(FIRST, '/wxa/release', {});
  expect(await bench.release(FIRST)).toMatchObject({ ok: false, reason: 'not-submitted' });
});
