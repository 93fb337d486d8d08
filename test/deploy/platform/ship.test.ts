import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { wechatAnswer } from '@mini-login/sandbox';
import { findTemplate } from '../../../scripts/deploy/platform/template';
import { COMPONENT, FIRST, SECOND, usePlatformBench } from './platform-bench';

const bench = usePlatformBench();

const once = { commit: 1, submit: 1 };

describe('a mini program on the platform', () => {
  test('comes as far as the run wants, each run from where the last one ended', async () => {
    expect(await bench.ship(FIRST, { submit: false })).toMatchObject({
      ok: true,
      state: 'checked',
    });
    expect(await bench.ship(FIRST)).toMatchObject({ state: 'submitted', review: { status: 2 } });
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'submitted' });
    await bench.approve();
    expect(await bench.ship(FIRST)).toMatchObject({ state: 'submitted', review: { status: 0 } });
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 1 });
  });

  test('is known on another machine, where there is no record', async () => {
    const elsewhere = () => {
      bench.out = mkdtempSync(join(bench.out, 'machine-'));
    };
    // The words of a run are its commit's: those of another machine may be others.
    for (const more of [{ submit: false }, {}, { description: 'docs: another commit' }]) {
      await bench.ship(FIRST, more);
      elsewhere();
    }
    await bench.approve();
    elsewhere();
    await bench.ship(FIRST, { release: true });
    elsewhere();
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 1 });
  });

  test.each([
    ['wanted', { third_class: '高等', third_id: 5 }],
    ['empty', { third_class: '', third_id: 0 }],
  ])('is submitted where the third level of its category is %s', async (level, third) => {
    const two = { first_class: '工具', first_id: 287, second_class: '信息查询', second_id: 620 };
    const categories = [level === 'empty' ? two : { ...two, ...third }];
    await bench.control('PUT', `/tenants/${FIRST}`, { categories });
    const body = { errcode: 0, errmsg: 'ok', category_list: [{ ...two, ...third }] };
    const fault = { kind: 'answer', body } as const;
    bench.sandbox.wechat.faults.enqueue({ path: '/wxa/get_category', fault });
    expect(await bench.ship(FIRST)).toMatchObject({ ok: true, state: 'submitted' });
  });

  test('begins again with another version', async () => {
    await bench.ship(FIRST);
    expect(await bench.ship(FIRST, {}, '1.1.0')).toMatchObject({
      ...{ ok: false, reason: 'under-review', mayHaveArrived: false },
    });
    await bench.approve();
    expect(await bench.ship(FIRST, {}, '1.1.0')).toMatchObject({ ok: true, state: 'submitted' });
    expect(await bench.accepted(FIRST)).toMatchObject({ commit: 2, submit: 2 });
  });

  test('fails with the reason of the reviewer', async () => {
    await bench.ship(FIRST);
    const verdict = { status: 1, reason: '1: 账号信息不符合规范' };
    await bench.control('PUT', `/tenants/${FIRST}/review`, verdict);
    expect(await bench.ship(FIRST)).toMatchObject({
      ...{ ok: false, reason: 'rejected', problems: [verdict.reason] },
    });
    expect(await bench.accepted(FIRST)).toMatchObject(once);
  });
});

describe('nothing is sent twice', () => {
  const paths = ['/wxa/commit', '/wxa/submit_audit', '/wxa/release'];

  test.each(paths)('when the answer of %s is lost', async (path) => {
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path, fault: { kind: 'truncated' } });
    await bench.ship(FIRST);
    await bench.approve();
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
    expect(faults.pending()).toEqual([]);
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 1 });
  });

  test.each(paths)('when %s does not arrive: it is sent again', async (path) => {
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path, fault: { kind: 'reset' }, times: 2 });
    await bench.ship(FIRST);
    await bench.approve();
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
    expect(faults.pending()).toEqual([]);
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 1 });
  });

  test.each([
    ...paths.map((path) => [path, { message: 'Service Unavailable' }] as const),
    ...paths.map((path) => [path, { errcode: 0, errmsg: 'ok' }] as const),
  ])('when %s is answered by somebody else: %j', async (path, body) => {
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path, fault: { kind: 'answer', body } });
    await bench.ship(FIRST);
    await bench.approve();
    expect(await bench.ship(FIRST, { release: true })).toMatchObject({ state: 'released' });
    expect(faults.pending()).toEqual([]);
    expect(await bench.accepted(FIRST)).toEqual({ ...once, release: 1 });
  });

  test('when WeChat does not say either what became of it: the next run finds out', async () => {
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path: '/wxa/submit_audit', fault: { kind: 'truncated' } });
    // The first two are asked before anything is sent.
    faults.enqueue({
      ...{ path: '/wxa/get_latest_auditstatus', times: 'always', nth: 3 },
      fault: { kind: 'errcode', errcode: -1 },
    });
    expect(await bench.ship(FIRST)).toMatchObject({
      ...{ ok: false, reason: 'unsure', mayHaveArrived: true },
    });
    faults.clear();
    expect(await bench.ship(FIRST)).toMatchObject({ ok: true, state: 'submitted' });
    expect(await bench.accepted(FIRST)).toMatchObject(once);
  });

  test('to the library of templates, which holds 200', async () => {
    const wanted = {
      ...{ componentAppId: COMPONENT, brand: 'gateway', version: '2.0.0', makes: true },
      appId: 'wx00d3e70b00d3e70b',
    };
    expect(await findTemplate(bench.api(), wanted)).toMatchObject({ reason: 'template' });
    await bench.control('POST', '/drafts', { version: '2.0.0' });
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path: '/wxa/addtotemplate', fault: { kind: 'truncated' } });
    // The last draft, wherever it stands in the list.
    const draft = { draft_id: 1, create_time: 2, user_version: '2.0.0' };
    const draft_list = [draft, { ...draft, draft_id: 7, create_time: 1 }];
    const fault = { kind: 'answer', body: { errcode: 0, errmsg: 'ok', draft_list } } as const;
    faults.enqueue({ path: '/wxa/gettemplatedraftlist', fault });
    expect(await findTemplate(bench.api(), wanted)).toBe(2);
    expect(await findTemplate(bench.api(), wanted)).toBe(2);
    expect(await bench.control('GET', '')).toMatchObject({ templates: 2 });
  });
});

describe("WeChat's limits", () => {
  test('the quota of the month is asked for once, and nothing is sent beyond it', async () => {
    await bench.control('PUT', '', { auditLimit: 1 });
    const run = bench.run();
    expect(await bench.ship(FIRST, run)).toMatchObject({ ok: true });
    expect(await bench.ship(SECOND, run)).toMatchObject({
      ...{ ok: false, reason: 'quota', mayHaveArrived: false },
    });
    const paths = bench.sandbox.journal.all().map(({ path }) => path);
    expect(paths.filter((path) => path === '/wxa/submit_audit')).toHaveLength(1);
    expect(paths.filter((path) => path === '/wxa/queryquota')).toHaveLength(1);
    expect(await bench.accepted(SECOND)).toMatchObject({ commit: 1, submit: 0 });
  });

  test('too often in a minute: it waits for the next', async () => {
    await bench.control('PUT', '', { callsPerMinute: 1 });
    const before = bench.clock.now();
    expect(await bench.ship(FIRST)).toMatchObject({ ok: true, state: 'submitted' });
    expect(bench.clock.now() - before).toBeGreaterThan(120_000);
    expect(await bench.accepted(FIRST)).toMatchObject(once);
  });

  test('the calls of a day', async () => {
    await bench.control('PUT', '', { callsPerDay: 0 });
    expect(await bench.ship(FIRST)).toMatchObject({ ok: false, reason: 'calls' });
  });

  test('a commit next to another is made after it', async () => {
    await bench.ship(FIRST, { submit: false }, '0.9.0');
    await bench.control('PUT', '', { commitSeconds: 62 });
    expect(await bench.ship(FIRST)).toMatchObject({ ok: true, state: 'submitted' });
  });
});

describe("a tenant's failure is its own", () => {
  test.each<[string, string, object]>([
    ['took its right back', 'token', { authorised: false }],
    ['has no category', 'set-up', { categories: [] }],
    ['has no name', 'set-up', { named: false }],
    ['may not submit', 'may-not-submit', { maySubmit: false }],
  ])('one that %s', async (_name, reason, settings) => {
    await bench.control('PUT', `/tenants/${FIRST}`, { ...settings });
    const run = bench.run();
    const [first, second] = await Promise.all([bench.ship(FIRST, run), bench.ship(SECOND, run)]);
    expect(first).toMatchObject({ ok: false, reason, mayHaveArrived: false });
    expect(second).toMatchObject({ ok: true, state: 'submitted' });
  });

  test('ext_json that WeChat refuses names the command that prints it', async () => {
    const fault = wechatAnswer(85013, 'invalid ext_json');
    bench.sandbox.wechat.faults.enqueue({ path: '/wxa/commit', fault });
    expect(await bench.ship(FIRST)).toMatchObject({
      ...{ reason: 'ext-json', remedy: `npm run brand -- ${FIRST} --ext` },
    });
  });

  test('a server that is not there', async () => {
    const api = bench.api({ api: 'http://127.0.0.1:9' });
    expect(await bench.ship(FIRST, { api })).toMatchObject({
      ...{ ok: false, reason: 'network', mayHaveArrived: false },
    });
  });
});
