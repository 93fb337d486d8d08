import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findTemplate } from '../../../scripts/deploy/platform/template';
import { COMPONENT, FIRST, usePlatformBench } from './platform-bench';

const bench = usePlatformBench();

const once = { commit: 1, submit: 1 };
const trial = async () =>
  Object(Object(await bench.control('GET', '/tenants'))[FIRST]).trial.version as unknown;

describe('what was written down counts only while WeChat says the same', () => {
  const releaseBoth = async () => {
    for (const version of ['1.0.0', '1.1.0']) {
      await bench.ship(FIRST, {}, version);
      await bench.approve();
      await bench.ship(FIRST, { release: true }, version);
    }
  };
  const elsewhere = () => {
    bench.out = mkdtempSync(join(bench.out, 'machine-'));
  };

  test('a version that was gone back from is not live, and is not released again', async () => {
    await releaseBoth();
    expect(await bench.ship(FIRST, { release: true }, '1.1.0')).toMatchObject({ ok: true });
    expect(await bench.wechat(FIRST, '/wxa/revertcoderelease')).toMatchObject({ errcode: 0 });
    const gone = { ok: false, reason: 'replaced', mayHaveArrived: false };
    expect(await bench.ship(FIRST, { release: true }, '1.1.0')).toMatchObject(gone);
    expect(await bench.ship(FIRST, { release: true }, '1.1.0')).toMatchObject(gone);
    elsewhere();
    expect(await bench.ship(FIRST, { release: true }, '1.1.0')).toMatchObject(gone);
    expect(await bench.accepted(FIRST)).toEqual({ commit: 2, submit: 2, release: 2 });
  });

  test('a trial version that another machine has replaced is committed again', async () => {
    await bench.ship(FIRST, { submit: false });
    const own = bench.out;
    elsewhere();
    await bench.ship(FIRST, { submit: false }, '1.1.0');
    bench.out = own;
    expect(await bench.ship(FIRST, { submit: false })).toMatchObject({ state: 'checked' });
    expect(await trial()).toBe('1.0.0');
    expect(await bench.accepted(FIRST)).toMatchObject({ commit: 3, submit: 0 });
  });

  test('a review after which another machine has submitted another is not begun again', async () => {
    await bench.ship(FIRST);
    await bench.approve();
    const own = bench.out;
    elsewhere();
    await bench.ship(FIRST, {}, '1.1.0');
    bench.out = own;
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({
      ...{ ok: false, reason: 'superseded', problems: [expect.stringContaining('1.1.0')] },
    });
    expect(await bench.accepted(FIRST)).toEqual({ commit: 2, submit: 2, release: 0 });
  });

  test('a review that was withdrawn is not done, and is not begun again', async () => {
    await bench.ship(FIRST);
    await bench.wechat(FIRST, '/wxa/undocodeaudit');
    for (const release of [false, true])
      expect(await bench.ship(FIRST, { release })).toMatchObject({
        ...{ ok: false, reason: 'withdrawn', remedy: expect.stringContaining('version') },
      });
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 0 });
  });
});

describe('what was submitted is not begun again', () => {
  const taken = {
    ...{ ok: false, reason: 'superseded', mayHaveArrived: false },
    problems: [expect.stringContaining('1.0.0')],
    remedy: expect.stringContaining('version'),
  };

  test('where its draft is made a template once more', async () => {
    await bench.ship(FIRST);
    const again = await bench.api().post(COMPONENT, '/wxa/addtotemplate', { draft_id: 0 });
    expect(again).toMatchObject({ kind: 'ok' });
    const wanted = { componentAppId: COMPONENT, brand: 'gateway', version: '1.0.0', makes: true };
    const appId = 'wx00d3e70b00d3e70b';
    expect(await findTemplate(bench.api(), { ...wanted, appId })).toBe(1);
    // It can still be named, and the number then has to be another one.
    const second = { templateId: 2 };
    expect(await bench.ship(FIRST, second)).toMatchObject(taken);
    await bench.approve();
    expect(await bench.ship(FIRST, second)).toMatchObject(taken);
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 1 });
    expect(await bench.ship(FIRST, { ...second, submit: false })).toMatchObject({ ok: true });
    expect(await bench.ship(FIRST, second)).toMatchObject(taken);
    expect(await bench.ship(FIRST, second, '1.1.0')).toMatchObject({ state: 'submitted' });
    expect(await bench.accepted(FIRST)).toEqual({ commit: 3, submit: 2, release: 1 });
  });

  const another = { errcode: 0, auditid: 9, status: 0, user_version: '2.0.0', user_desc: 'other' };
  test.each<[answer: number, then: object, words: string]>([
    [85020, { ...another, status: 2 }, '2.0.0'],
    [85052, another, '2.0.0'],
    [9402202, another, '2.0.0'],
    [85019, { errcode: 85012, errmsg: 'none' }, 'no review'],
    [85019, { errcode: 85058, errmsg: 'none' }, 'no review'],
  ])('where another is submitted just before its release: %i', async (errcode, then, words) => {
    await bench.ship(FIRST);
    await bench.approve();
    const { faults, journal } = { ...bench.sandbox.wechat, journal: bench.sandbox.journal };
    faults.enqueue({ path: '/wxa/release', fault: { kind: 'errcode', errcode } });
    faults.enqueue({
      ...{ path: '/wxa/get_latest_auditstatus', nth: 2, times: 'always' },
      fault: { kind: 'answer', body: { ...then } },
    });
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({
      ...{ ok: false, reason: 'superseded', problems: [expect.stringContaining(words)] },
    });
    faults.clear();
    expect(journal.all().filter(({ path }) => path === '/wxa/release')).toHaveLength(1);
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 0 });
  });

  test.each([
    ['/wxa/submit_audit', 3, { commit: 2, submit: 1, release: 0 }],
    ['/wxa/release', 2, { commit: 2, submit: 2, release: 0 }],
  ] as const)('where %s was cut off, and another was submitted', async (path, nth, accepted) => {
    const { faults } = bench.sandbox.wechat;
    if (path === '/wxa/release') await bench.ship(FIRST);
    if (path === '/wxa/release') await bench.approve();
    faults.enqueue({ path, fault: { kind: 'reset' }, times: 2 });
    const refused = { kind: 'errcode', errcode: 61007 } as const;
    faults.enqueue({ path: '/wxa/getversioninfo', nth, fault: refused });
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ mayHaveArrived: true });
    faults.clear();
    const own = bench.out;
    bench.out = mkdtempSync(join(bench.out, 'machine-'));
    expect(await bench.ship(FIRST, {}, '1.1.0')).toMatchObject({ state: 'submitted' });
    bench.out = own;
    for (let run = 0; run < 2; run += 1)
      expect(await bench.ship(FIRST, { release: true })).toMatchObject({
        ...{ ok: false, reason: 'superseded', problems: [expect.stringContaining('1.1.0')] },
      });
    expect(await bench.accepted(FIRST)).toEqual(accepted);
  });

  test('and what was cut off is waited for seconds, where the clock was set back', async () => {
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path: '/wxa/commit', fault: { kind: 'reset' }, times: 2 });
    const refused = { kind: 'errcode', errcode: 61007 } as const;
    faults.enqueue({ path: '/wxa/getversioninfo', nth: 2, fault: refused });
    expect(await bench.ship(FIRST)).toMatchObject({ mayHaveArrived: true });
    faults.clear();
    const before = bench.clock.now();
    const now = () => bench.clock.now() - 5 * 3600_000;
    const run = { timing: { ...bench.timing, now }, submit: false };
    expect(await bench.ship(FIRST, run)).toMatchObject({ state: 'checked' });
    expect(bench.clock.now() - before).toBeLessThan(600_000);
  });
});

describe('an answer that WeChat did not give, or does not keep to', () => {
  test('when a page in the place of WeChat takes a commit next to an older version', async () => {
    const { faults } = bench.sandbox.wechat;
    await bench.ship(FIRST, { submit: false }, '0.9.0');
    for (const fault of [
      { kind: 'html', status: 200 } as const,
      { kind: 'answer', body: { errcode: 0 } } as const,
    ]) {
      faults.enqueue({ path: '/wxa/commit', fault });
      expect(await bench.ship(FIRST, { submit: false })).toMatchObject({ state: 'checked' });
      expect(await trial()).toBe('1.0.0');
      await bench.ship(FIRST, { submit: false }, '0.9.0');
    }
    expect(faults.pending()).toEqual([]);
  });

  test('when WeChat takes commits and never has one: it ends, and says that', async () => {
    const { faults } = bench.sandbox.wechat;
    const fault = { kind: 'answer', body: { errcode: 0 } } as const;
    faults.enqueue({ path: '/wxa/commit', times: 'always', fault });
    expect(await bench.ship(FIRST)).toMatchObject({
      ...{ ok: false, reason: 'unsure', mayHaveArrived: true },
    });
    faults.clear();
    expect(await bench.ship(FIRST)).toMatchObject({ ok: true, state: 'submitted' });
    expect(await bench.accepted(FIRST)).toMatchObject(once);
  });

  test.each([85086, 86001])('when there is nothing to submit, says WeChat: %i', async (errcode) => {
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path: '/wxa/submit_audit', fault: { kind: 'errcode', errcode } });
    expect(await bench.ship(FIRST)).toMatchObject({ ok: true, state: 'submitted' });
    expect(await bench.accepted(FIRST)).toMatchObject({ submit: 1 });
  });

  test('when a review is withdrawn just before its release', async () => {
    await bench.ship(FIRST);
    await bench.approve();
    const { faults } = bench.sandbox.wechat;
    const fault = { kind: 'errcode', errcode: 85020 } as const;
    faults.enqueue({ path: '/wxa/release', fault });
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({
      ...{ ok: false, mayHaveArrived: false },
      remedy: expect.stringContaining('mp.weixin.qq.com'),
    });
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
  });

  test('when the numbers come as text, as in the samples of its documents', async () => {
    await bench.ship(FIRST, { submit: false });
    const { description } = Object(Object(await bench.control('GET', '/tenants'))[FIRST]).trial;
    const { faults } = bench.sandbox.wechat;
    const submitted = { errcode: 0, errmsg: 'ok', auditid: '1234567' };
    faults.enqueue({ path: '/wxa/submit_audit', fault: { kind: 'answer', body: submitted } });
    const latest = { ...submitted, status: '2', user_version: '1.0.0', user_desc: description };
    faults.enqueue({
      // The first two are asked before the submission.
      ...{ path: '/wxa/get_latest_auditstatus', nth: 3, times: 'always' },
      fault: { kind: 'answer', body: latest },
    });
    expect(await bench.ship(FIRST)).toMatchObject({
      ...{ ok: true, state: 'submitted', review: { id: 1_234_567, status: 2 } },
    });
  });

  test.each<[path: string, body: Readonly<Record<string, string | number | number[]>>]>([
    ['/wxa/queryquota', { errcode: 0, errmsg: 'ok', rest: 'many' }],
    ['/wxa/get_category', { errcode: 0, errmsg: 'ok', category_list: 'none' }],
    ['/wxa/security/get_code_privacy_info', { errcode: 0, errmsg: 'ok', without_auth_list: [7] }],
    ['/wxa/getversioninfo', { errcode: 0, errmsg: 'ok', exp_info: 'none' }],
    ['/wxa/get_latest_auditstatus', { errcode: 0, errmsg: 'ok' }],
  ])('an answer of another shape than documented: %s', async (path, body) => {
    const fault = { kind: 'answer', body } as const;
    bench.sandbox.wechat.faults.enqueue({ path, fault });
    expect(await bench.ship(FIRST)).toMatchObject({
      ...{ ok: false, reason: 'answer', mayHaveArrived: false },
      problems: [
        `WeChat was asked ${path}, and its answer has another shape than it documents: ${JSON.stringify(body)}`,
      ],
      remedy: expect.stringContaining('platform.json'),
    });
  });

  test('templates of another shape, and a page in their place', async () => {
    const { faults } = bench.sandbox.wechat;
    const wanted = {
      componentAppId: COMPONENT,
      brand: 'gateway',
      version: '2.0.0',
      appId: FIRST,
      makes: true,
    };
    const path = '/wxa/gettemplatelist';
    const body = { errcode: 0, template_list: [{ template_id: 'one' }] };
    faults.enqueue({ path, fault: { kind: 'answer', body } });
    expect(await findTemplate(bench.api(), wanted)).toMatchObject({
      ...{ reason: 'answer', problems: [expect.stringContaining('{"template_id":"one"}')] },
    });
    faults.enqueue({ path, fault: { kind: 'html', status: 200 }, times: 3 });
    expect(await findTemplate(bench.api(), wanted)).toMatchObject({
      ...{
        reason: 'network',
        problems: [expect.stringMatching(/gettemplatelist.*<!doctype html/i)],
      },
    });
  });
});
