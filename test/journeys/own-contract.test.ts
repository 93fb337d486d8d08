import { describe, expect, test } from '@jest/globals';
import { useSuite } from './suite';

const suite = useSuite();

describe.each(['session', 'sealed'] as const)('%s', (contract) => {
  test('somebody new signs in with one request, and the app verifies the tokens', async () => {
    const { report, problem } = await suite.journey({ contract, person: 'new' });
    expect(problem).toBeNull();
    expect(report.app).toMatchObject({
      ok: true,
      who: { phone: '+8619900001001' },
    });
    const checks = report.app.checks.map(({ id }) => id);
    expect(checks).toEqual(expect.arrayContaining(['state', 'signature', 'issuer', 'audience', 'expiry']));
    expect(report.wxCalls.find(({ api }) => api === 'getPrivacySetting')?.result).toMatchObject({ needAuthorization: true });
    expect(report.requests.filter(({ from }) => from === 'program')).toHaveLength(1);
    expect(report.screens.map(({ screen }) => screen)).toEqual(['login', 'working', 'returning']);
    const result: unknown = JSON.parse(report.extMsg);
    expect(result).toHaveProperty(contract === 'sealed' ? 'sealed' : 'session');
    expect(result).not.toHaveProperty(contract === 'sealed' ? 'session' : 'sealed');
    expect(result).toMatchObject({ v: 1, status: 'ok', consent: { agreements: [{ id: 'terms' }, { id: 'privacy' }] } });
  });

  test('somebody with an account is recognised', async () => {
    const { report, problem } = await suite.journey({ contract, person: 'existing', agreeInSheet: true });
    expect(problem).toBeNull();
    expect(report.app).toMatchObject({ who: { name: '陈宇' } });
  });

  test('refusing the phone number is the app’s to know', async () => {
    const { report, problem } = await suite.journey({ contract, person: 'existing', deny: 'phone' });
    expect(problem).toBeNull();
    expect(JSON.parse(report.extMsg)).toMatchObject({ status: 'error', error: { code: 'phone_denied' } });
    expect(report.requests).toEqual([]);
  });

  test('refusing the agreements never asks WeChat for the phone number', async () => {
    const { report, problem } = await suite.journey({ contract, person: 'existing', deny: 'consent' });
    expect(problem).toBeNull();
    expect(JSON.parse(report.extMsg)).toMatchObject({ status: 'error', error: { code: 'consent_refused' } });
    expect(suite.world.sandbox.journal.all().map(({ path }) => path)).not.toContain('/client/phone-number');
  });

  test.each(['offline', 'expired'] as const)('%s: the failure is said, and trying again works', async (trouble) => {
    const { report, problem } = await suite.journey({ contract, person: 'existing', trouble });
    expect(problem).toBeNull();
    expect(report.screens.map(({ screen }) => screen)).toEqual(['login', 'working', 'failure', 'login', 'working', 'returning']);
  });

  test.each([
    ['somebody unknown at a log-in-only connection', 'new', true, { code: 'user_not_found', apiCode: 2004 }],
    ['somebody blocked', 'blocked', false, { code: 'account_blocked', apiCode: 2120008 }],
    ['somebody without a phone number', 'no-phone', false, { code: 'phone_unavailable' }],
  ])('%s: the app gets the reason', async (_name, person, loginOnly, error) => {
    const { report, problem } = await suite.journey({ contract, person, loginOnly });
    expect(problem).toBeNull();
    expect(JSON.parse(report.extMsg)).toMatchObject({ status: 'error', error });
  });
});

test('no secret is in the calls and requests of the report', async () => {
  const { report } = await suite.journey({ contract: 'session', person: 'existing' });
  const { session } = JSON.parse(report.extMsg);
  const shown = JSON.stringify([report.wxCalls, report.requests]);
  expect(shown).toContain('‹access_token 1›');
  for (const secret of [session.access_token, session.id_token, '19900001002']) expect(shown).not.toContain(secret);
  for (const { body } of suite.world.sandbox.journal.all().filter(({ path }) => path.endsWith('signin-by-mobile'))) {
    const { wxLoginInfo, wxPhoneInfo } = Object(body).wechatMiniProgramCodeAndPhonePayload;
    expect(shown).not.toContain(wxLoginInfo.code);
    expect(shown).not.toContain(wxPhoneInfo.code);
  }
});
