import { describe, expect, test } from '@jest/globals';
import {
  COMPONENT,
  commitOf,
  extJson,
  MINUTE,
  OTHER,
  type PlatformJson,
  submission,
  TENANT,
  usePlatform,
} from './platform-api';

const { bench, control, tokenOf, ask, makeTemplate, committed } = usePlatform();

describe('from a draft to a live version', () => {
  test('goes the documented way', async () => {
    const token = await committed();
    expect(await ask('/wxa/security/get_code_privacy_info', token)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      without_auth_list: [],
      without_conf_list: [],
    });
    expect(await ask('/wxa/get_latest_auditstatus', token)).toMatchObject({ errcode: 85058 });
    expect(await ask('/wxa/get_auditstatus', token, { auditid: 1 })).toMatchObject({
      errcode: 85012,
    });
    const { auditid } = await ask('/wxa/submit_audit', token, submission);
    expect(await ask('/wxa/get_auditstatus', token, { auditid })).toMatchObject({ status: 2 });
    expect(await ask('/wxa/release', token, {})).toMatchObject({ errcode: 85020 });
    await control('PUT', `/tenants/${TENANT}/review`, { status: 0 });
    expect(await ask('/wxa/get_latest_auditstatus', token)).toMatchObject({
      ...{ auditid, status: 0, user_version: '1.0.0', user_desc: 'first' },
    });
    expect(await ask('/wxa/release', token, {})).toMatchObject({ errcode: 0 });
    expect(await ask('/wxa/release', token, {})).toMatchObject({ errcode: 85052 });
    expect(await ask('/wxa/getversioninfo', token, {})).toMatchObject({
      exp_info: { exp_version: '1.0.0', exp_desc: 'first' },
      release_info: { release_version: '1.0.0', release_desc: 'first' },
    });
    const { [TENANT]: tenant } = await control('GET', '/tenants');
    expect(tenant).toMatchObject({ accepted: { commit: 1, submit: 1, release: 1 } });
  });

  test('keeps one draft for each development program, and every template', async () => {
    await makeTemplate();
    await makeTemplate();
    const token = await tokenOf(COMPONENT);
    expect((await ask('/wxa/gettemplatedraftlist', token)).draft_list).toHaveLength(1);
    expect((await ask('/wxa/gettemplatelist', token)).template_list).toHaveLength(2);
    expect(await ask('/wxa/deletetemplate', token, { template_id: 1 })).toMatchObject({
      errcode: 0,
    });
    expect(await ask('/wxa/addtotemplate', token, { draft_id: 99 })).toMatchObject({
      errcode: 85064,
    });
  });

  test('goes back once, to the version before', async () => {
    const token = await committed();
    for (const version of ['1.0.0', '1.1.0']) {
      await ask('/wxa/commit', token, commitOf(1, { user_version: version }));
      bench.clock.advance(MINUTE);
      await ask('/wxa/submit_audit', token, submission);
      await control('PUT', `/tenants/${TENANT}/review`, { status: 0 });
      await ask('/wxa/release', token, {});
    }
    const history = await ask('/wxa/revertcoderelease?action=get_history_version', token);
    expect(history.version_list).toMatchObject([{ user_version: '1.0.0' }]);
    expect(await ask('/wxa/revertcoderelease', token)).toMatchObject({ errcode: 0 });
    expect(await ask('/wxa/getversioninfo', token, {})).toMatchObject({
      release_info: { release_version: '1.0.0' },
    });
    expect(await ask('/wxa/revertcoderelease', token)).toMatchObject({ errcode: 87012 });
  });

  test('reviews by themselves, where the settings say so', async () => {
    const review = { seconds: 600, status: 1, reason: '1: 账号信息不符合规范' };
    const token = await committed();
    await control('PUT', '', { review });
    await ask('/wxa/submit_audit', token, submission);
    bench.clock.advance(599_000);
    expect(await ask('/wxa/get_latest_auditstatus', token)).toMatchObject({ status: 2 });
    bench.clock.advance(1_000);
    expect(await ask('/wxa/get_latest_auditstatus', token)).toMatchObject({
      ...{ status: 1, reason: review.reason },
    });
  });
});

describe('a commit is refused', () => {
  test.each<[string, number, PlatformJson]>([
    ['with another template', 85014, { template_id: 404 }],
    ['with ext_json that is an object', 47001, { ext_json: {} }],
    ['with ext_json that is no JSON', 85048, { ext_json: '{' }],
    ['with a list as ext_json', 85048, { ext_json: '[]' }],
    ["with another mini program's ext_json", 85013, { ext_json: extJson(OTHER) }],
    ['with a field that WeChat merges nowhere', 85013, { ext_json: extJson(TENANT, { app: 1 }) }],
    ['with directCommit', 85013, { ext_json: extJson(TENANT, { directCommit: true }) }],
    ['with a new page', 85045, { ext_json: extJson(TENANT, { pages: ['pages/new'] }) }],
    ['with a page of none', 85045, { ext_json: extJson(TENANT, { extPages: { 'pages/x': {} } }) }],
    ['without pages', 85047, { ext_json: extJson(TENANT, { pages: [] }) }],
    ['with a tab of no page', 85046, { ext_json: extJson(TENANT, { tabBar: { list: [{}] } }) }],
    [
      'with an API that there is not',
      85310,
      { ext_json: extJson(TENANT, { requiredPrivateInfos: ['getX'] }) },
    ],
    [
      'with APIs that exclude each other',
      85311,
      {
        ext_json: extJson(TENANT, { requiredPrivateInfos: ['getFuzzyLocation', 'getLocation'] }),
      },
    ],
    [
      'with an API that it may not use',
      85312,
      { ext_json: extJson(TENANT, { requiredPrivateInfos: ['getLocation'] }) },
    ],
    ['with a version of 65 characters', 40097, { user_version: '1'.repeat(65) }],
    ['without a version', 47001, { user_version: undefined }],
  ])('%s: %i', async (_name, errcode, more) => {
    const template = await makeTemplate();
    const token = await tokenOf(TENANT);
    expect(await ask('/wxa/commit', token, commitOf(template, more))).toMatchObject({ errcode });
    expect(await ask('/wxa/get_page', token)).toMatchObject({ errcode: 86001 });
  });

  test('when the package grows too large: 85044', async () => {
    const template = await makeTemplate({ mainBytes: 2 * 1024 * 1024 - 10 });
    const answer = await ask('/wxa/commit', await tokenOf(TENANT), commitOf(template));
    expect(answer).toMatchObject({ errcode: 85044 });
  });

  test('with more than three fields on a standard template: 9402203', async () => {
    const template = await makeTemplate({}, 1);
    const token = await tokenOf(TENANT);
    const ext_json = extJson(TENANT, { extEnable: true });
    expect(await ask('/wxa/commit', token, commitOf(template, { ext_json }))).toMatchObject({
      errcode: 9402203,
    });
    expect(await ask('/wxa/commit', token, commitOf(template))).toMatchObject({ errcode: 0 });
  });

  test('while the one before is under way: 9402202', async () => {
    const template = await makeTemplate();
    const token = await tokenOf(TENANT);
    await ask('/wxa/commit', token, commitOf(template));
    const second = await ask('/wxa/commit', token, commitOf(template));
    expect(second).toMatchObject({ errcode: 9402202 });
  });
});

describe('a submission is refused', () => {
  test('before the check is over, and a new commit begins a new check: 61039', async () => {
    const template = await makeTemplate();
    const token = await tokenOf(TENANT);
    expect(await ask('/wxa/submit_audit', token, submission)).toMatchObject({ errcode: 85086 });
    await ask('/wxa/commit', token, commitOf(template));
    bench.clock.advance(59_000);
    expect(await ask('/wxa/submit_audit', token, submission)).toMatchObject({ errcode: 61039 });
    await ask('/wxa/commit', token, commitOf(template));
    bench.clock.advance(59_000);
    const info = await ask('/wxa/security/get_code_privacy_info', token);
    expect(info).toMatchObject({ errcode: 61039 });
    bench.clock.advance(1_000);
    expect(await ask('/wxa/submit_audit', token, submission)).toMatchObject({ errcode: 0 });
  });

  test('with a location API that is neither declared nor disclaimed: 61040', async () => {
    const token = await committed({ privateApis: ['getLocation'] });
    expect(await ask('/wxa/security/get_code_privacy_info', token)).toMatchObject({
      without_auth_list: ['wx.getLocation'],
      without_conf_list: ['wx.getLocation'],
    });
    expect(await ask('/wxa/submit_audit', token, submission)).toMatchObject({ errcode: 61040 });
    const disclaimed = { ...submission, privacy_api_not_use: true };
    expect(await ask('/wxa/submit_audit', token, disclaimed)).toMatchObject({ errcode: 0 });
  });

  test('while another is under review, and not after that one was withdrawn: 85009', async () => {
    const token = await committed();
    await ask('/wxa/submit_audit', token, submission);
    expect(await ask('/wxa/submit_audit', token, submission)).toMatchObject({ errcode: 85009 });
    expect(await ask('/wxa/undocodeaudit', token)).toMatchObject({ errcode: 0 });
    expect(await ask('/wxa/get_latest_auditstatus', token)).toMatchObject({ status: 3 });
    expect(await ask('/wxa/submit_audit', token, submission)).toMatchObject({ errcode: 0 });
  });

  test('when the month has no more, of all programs together, until the next: 85085', async () => {
    await control('PUT', '', { auditLimit: 1 });
    const token = await committed();
    await ask('/wxa/submit_audit', token, submission);
    const other = await tokenOf(OTHER);
    await ask('/wxa/commit', other, commitOf(1, { ext_json: extJson(OTHER) }));
    bench.clock.advance(MINUTE);
    expect(await ask('/wxa/queryquota', other)).toMatchObject({ rest: 0, limit: 1 });
    expect(await ask('/wxa/submit_audit', other, submission)).toMatchObject({ errcode: 85085 });
    bench.clock.advance(31 * 24 * 60 * MINUTE);
    const fresh = await tokenOf(OTHER);
    expect(await ask('/wxa/submit_audit', fresh, submission)).toMatchObject({ errcode: 0 });
  });

  test('after five withdrawals on one day there are no more: 87013', async () => {
    const token = await committed();
    for (let time = 0; time < 5; time += 1) {
      await ask('/wxa/submit_audit', token, submission);
      expect(await ask('/wxa/undocodeaudit', token)).toMatchObject({ errcode: 0 });
    }
    await ask('/wxa/submit_audit', token, submission);
    expect(await ask('/wxa/undocodeaudit', token)).toMatchObject({ errcode: 87013 });
  });

  const [item] = submission.item_list;
  test.each<[string, number, PlatformJson, PlatformJson]>([
    ['without items', 85023, { item_list: [] }, {}],
    ['with six items', 85023, { item_list: Array(6).fill(item) }, {}],
    ['with a category it has not', 85008, { item_list: [{ ...item, second_id: 1 }] }, {}],
    ['with an empty category', 85010, { item_list: [{ ...item, first_class: '' }] }, {}],
    [
      'without the third level of its category',
      85008,
      {},
      { categories: [{ ...item, third_class: '高等', third_id: 5 }] },
    ],
    ['with an unknown page', 85007, { item_list: [{ ...item, address: 'x' }] }, {}],
    ['with a long tag', 85006, { item_list: [{ ...item, tag: 'x'.repeat(21) }] }, {}],
    ['with a long title', 85011, { item_list: [{ ...item, title: 'x'.repeat(33) }] }, {}],
    ['of a program without a name', 86002, {}, { named: false }],
    ['of a program that may not', 86007, {}, { maySubmit: false }],
    ['of a program that took its right back', 61007, {}, { authorised: false }],
  ])('%s: %i', async (_name, errcode, more, settings) => {
    const token = await committed();
    await control('PUT', `/tenants/${TENANT}`, settings);
    const answer = await ask('/wxa/submit_audit', token, { ...submission, ...more });
    expect(answer).toMatchObject({ errcode });
  });
});

describe('a tenant', () => {
  test.each<[string, number, readonly string[]]>([
    ['is taken when the platform has it', 0, ['https://core.genauth.ai']],
    ['is refused when the platform has it not', 85018, ['https://other.example']],
    ['is refused without a protocol', 85301, ['core.genauth.ai']],
    ['is refused as an address', 85301, ['https://10.0.0.1']],
    ["is refused as WeChat's own", 85301, ['https://api.weixin.qq.com']],
    ['is missed', 85017, []],
  ])('has domains: one %s', async (_name, errcode, requestdomain) => {
    await control('PUT', '', { serverDomains: ['core.genauth.ai'] });
    const token = await tokenOf(TENANT);
    const answer = await ask('/wxa/modify_domain', token, { action: 'add', requestdomain });
    expect(answer).toMatchObject({ errcode });
    const { requestdomain: now } = await ask('/wxa/modify_domain', token, { action: 'get' });
    expect(now).toEqual(errcode === 0 ? requestdomain : []);
  });

  test('has of several domains those that the platform has, and is told the others', async () => {
    await control('PUT', '', { serverDomains: ['core.genauth.ai'] });
    const token = await tokenOf(TENANT);
    const [right, foreign] = ['https://core.genauth.ai', 'https://other.example'];
    const change = { action: 'add', requestdomain: [foreign, right] };
    expect(await ask('/wxa/modify_domain', token, change)).toMatchObject({
      ...{ errcode: 0, requestdomain: [right], invalid_requestdomain: [foreign] },
    });
  });

  test('has a privacy guide, which goes live with a release', async () => {
    const token = await committed();
    const path = '/cgi-bin/component/setprivacysetting';
    const owner_setting = { contact_email: 'help@harbor.example', notice_method: '弹窗' };
    const setting_list = [{ privacy_key: 'PhoneNumber', privacy_text: '登录' }];
    const set = (body: PlatformJson) => ask(path, token, body);
    expect(await set({ owner_setting: { notice_method: '弹窗' }, setting_list })).toMatchObject({
      errcode: 86069,
    });
    expect(await set({ privacy_ver: 1, owner_setting })).toMatchObject({ errcode: 86074 });
    expect(await set({ owner_setting: '{}' })).toMatchObject({ errcode: 47001 });
    expect(await set({ owner_setting, setting_list })).toMatchObject({ errcode: 0 });
    await ask('/wxa/submit_audit', token, submission);
    await control('PUT', `/tenants/${TENANT}/review`, { status: 0 });
    await ask('/wxa/release', token, {});
    const get = '/cgi-bin/component/getprivacysetting';
    expect(await ask(get, token, { privacy_ver: 1 })).toMatchObject({
      ...{ code_exist: 1, privacy_list: ['PhoneNumber'], setting_list },
    });
    expect(await ask(get, token, {})).toMatchObject({ owner_setting });
  });
});
