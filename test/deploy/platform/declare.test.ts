import { beforeEach, expect, test } from '@jest/globals';
import type { Needs } from '../../../scripts/deploy/platform/declare';
import { shipOnPlatform } from '../../../scripts/deploy/platform/ship';
import { FIRST, usePlatformBench } from './platform-bench';

/* What `--set-up` declares, of which WeChat's documents say what may be set, and when. */

const bench = usePlatformBench();
beforeEach(async () => {
  await bench.control('PUT', '', { serverDomains: ['core.genauth.ai', 'old.example'] });
});

const privacy = { notice: '弹窗', purposes: {}, contactEmail: null };
const needs: Needs = {
  requestDomains: ['https://core.genauth.ai'],
  contact: '客服 help@acme.example',
};

const ship = (change: Partial<Needs> = {}, setUp: object = {}, version = '1.0.0') =>
  shipOnPlatform(bench.run({ setUp: { ...privacy, ...setUp } }), {
    ...{ brand: 'acme', appId: FIRST, version },
    extJson: JSON.stringify({ extAppid: FIRST, ext: {} }),
    needs: { ...needs, ...change },
  });

type Tenant = { domains: object; domainChanges: number[]; privacy: { draft: object } };
const tenant = async () => (await bench.control('GET', '/tenants'))[FIRST] as Tenant;

async function set(path: string, body: object): Promise<void> {
  const answer = await bench.api().post(FIRST, path, body);
  expect(answer).toMatchObject({ kind: 'ok' });
}

test('what is missing is declared before the submission, and once', async () => {
  expect(await ship()).toMatchObject({ ok: true, state: 'submitted' });
  expect(await tenant()).toMatchObject({
    domains: { requestdomain: ['https://core.genauth.ai'] },
    privacy: {
      draft: {
        owner_setting: { contact_email: 'help@acme.example', notice_method: '弹窗' },
        setting_list: [{ privacy_key: 'PhoneNumber', privacy_text: '注册、登录你的账号' }],
      },
    },
  });
  const first = bench.sandbox.journal.all().map(({ path }) => path);
  expect(first.lastIndexOf('/cgi-bin/component/setprivacysetting')).toBeLessThan(
    first.indexOf('/wxa/submit_audit'),
  );
  await bench.control('PUT', `/tenants/${FIRST}/review`, { status: 0 });
  expect(await ship({}, {}, '1.1.0')).toMatchObject({ ok: true, state: 'submitted' });
  const all = bench.sandbox.journal.all().map(({ path }) => path);
  expect(all.filter((path) => path === '/cgi-bin/component/setprivacysetting')).toHaveLength(1);
  expect(all.filter((path) => path === '/cgi-bin/component/getprivacysetting')).toHaveLength(2);
  expect((await tenant()).domainChanges).toHaveLength(1);
});

const sdk = {
  ...{ sdk_name: '地图', sdk_biz_name: '地图公司' },
  sdk_list: [{ privacy_key: 'Location', privacy_text: '附近的门店', privacy_label: '位置' }],
};

test('what its owner has declared stays as it is', async () => {
  const requestdomain = ['https://old.example'];
  await set('/wxa/modify_domain', { action: 'add', requestdomain });
  await set('/cgi-bin/component/setprivacysetting', {
    owner_setting: { contact_weixin: 'acme', notice_method: '公告', store_expire_timestamp: '' },
    setting_list: [{ privacy_key: 'Location', privacy_text: '附近的门店' }],
    sdk_privacy_info_list: [sdk],
  });
  expect(await ship()).toMatchObject({ ok: true });
  expect(await tenant()).toMatchObject({
    domains: { requestdomain: [...requestdomain, 'https://core.genauth.ai'] },
    privacy: {
      draft: {
        owner_setting: { contact_weixin: 'acme', notice_method: '公告' },
        setting_list: [{ privacy_key: 'Location' }, { privacy_key: 'PhoneNumber' }],
        sdk_privacy_info_list: [sdk],
      },
    },
  });
});

test('a domain that only its owner has declared is there after the release too', async () => {
  const requestdomain = ['https://core.genauth.ai'];
  await bench.control('PUT', `/tenants/${FIRST}`, { ownDomains: requestdomain });
  expect(await ship()).toMatchObject({ ok: true });
  await bench.control('PUT', `/tenants/${FIRST}/review`, { status: 0 });
  expect(await bench.release(FIRST)).toMatchObject({ ok: true, state: 'released' });
  expect(await tenant()).toMatchObject({ domains: { requestdomain }, ownDomains: [] });
});

test.each([
  ['core.genauth.ai', 0],
  ['https://core.genauth.ai', 85301],
])('a domain without an ICP filing is said to be that: %s with %i', async (name, errcode) => {
  const body = { errcode, errmsg: 'no domain', requestdomain: [], no_icp_domain: [name] };
  const fault = { kind: 'answer', body } as const;
  bench.sandbox.wechat.faults.enqueue({ path: '/wxa/modify_domain', fault });
  expect(await ship()).toMatchObject({
    ...{ ok: false, reason: 'filing', remedy: expect.stringContaining('ICP') },
    problems: [expect.stringMatching(/https:\/\/core\.genauth\.ai$/)],
  });
  expect(await bench.accepted(FIRST)).toMatchObject({ submit: 0 });
});

test.each<[string, Partial<Needs>, object, object]>([
  ['a number', { contact: '+86 400-000-0000' }, {}, { contact_phone: '+86 400-000-0000' }],
  [
    'the provider’s',
    { contact: null },
    { contactEmail: 'a@b.example' },
    { contact_email: 'a@b.example' },
  ],
])('people are told how to ask: %s', async (_name, change, setUp, owner) => {
  expect(await ship(change, setUp)).toMatchObject({ ok: true });
  expect((await tenant()).privacy.draft).toMatchObject({ owner_setting: owner });
});

test.each<[string, Partial<Needs>, string, RegExp]>([
  [
    'a domain that the platform has not registered',
    { requestDomains: ['https://new.example'] },
    'domains',
    /new\.example/,
  ],
  [
    'a domain of several that the platform has not registered',
    { requestDomains: ['https://core.genauth.ai', 'https://new.example'] },
    'domains',
    /domains: https:\/\/new\.example$/,
  ],
  ['no contact that a person can use', { contact: '微信公众号' }, 'contact', /email/],
])('nothing is submitted with %s', async (_name, change, reason, words) => {
  expect(await ship(change)).toMatchObject({
    ...{ ok: false, reason, problems: [expect.stringMatching(words)], mayHaveArrived: false },
    remedy: expect.any(String),
  });
  expect(await bench.accepted(FIRST)).toMatchObject({ commit: 1, submit: 0 });
});

test.each([85017, 0])(
  'domains that WeChat says nothing of, with %i, are asked for',
  async (errcode) => {
    const { faults } = bench.sandbox.wechat;
    const body = { errcode, errmsg: 'no domain to modify after filtered' };
    faults.enqueue({ path: '/wxa/modify_domain', fault: { kind: 'answer', body } });
    expect(await ship()).toMatchObject({
      ...{ ok: false, reason: 'domains', problems: [expect.stringMatching(/core\.genauth\.ai$/)] },
    });
    expect(await bench.accepted(FIRST)).toMatchObject({ submit: 0 });
    // Its owner may have added them.
    await set('/wxa/modify_domain', { action: 'add', requestdomain: needs.requestDomains });
    const none = { errcode: 0, errmsg: 'ok', requestdomain: [] };
    faults.enqueue({ path: '/wxa/modify_domain', fault: { kind: 'answer', body: none } });
    expect(await ship()).toMatchObject({ ok: true, state: 'submitted' });
  },
);

test('what WeChat finds in the code needs a purpose', async () => {
  const path = '/cgi-bin/component/getprivacysetting';
  const body = { errcode: 0, errmsg: 'ok', privacy_list: ['PhoneNumber', 'Album'] };
  const { faults } = bench.sandbox.wechat;
  faults.enqueue({ path, fault: { kind: 'answer', body }, times: 2 });
  expect(await ship()).toMatchObject({
    reason: 'privacy',
    problems: [expect.stringMatching(/Album$/)],
  });
  expect(await ship({}, { purposes: { Album: '上传头像' } })).toMatchObject({ ok: true });
  expect(JSON.stringify((await tenant()).privacy)).toContain('上传头像');
});

test.each(['/wxa/modify_domain', '/cgi-bin/component/setprivacysetting'])(
  'an answer of %s that gets lost is asked for',
  async (path) => {
    const { faults } = bench.sandbox.wechat;
    faults.enqueue({ path, fault: { kind: 'truncated' } });
    expect(await ship()).toMatchObject({ ok: true, state: 'submitted' });
    expect(faults.pending()).toEqual([]);
    expect((await tenant()).domainChanges).toHaveLength(1);
    expect(await bench.accepted(FIRST)).toMatchObject({ commit: 1, submit: 1 });
  },
);
