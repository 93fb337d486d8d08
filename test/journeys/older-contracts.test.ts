import { describe, expect, test } from '@jest/globals';
import { useSuite } from './suite';

const suite = useSuite();

describe('codes, as the Guard SDK reads them', () => {
  test('somebody new signs in, with two codes and no request of the program', async () => {
    const { report, problem } = await suite.journey({ contract: 'codes', person: 'new' });
    expect(problem).toBeNull();
    expect(JSON.parse(report.extMsg)).toEqual({ code: expect.any(String), phoneInfoCode: expect.any(String) });
    expect(report.requests.map(({ from }) => from)).toEqual(['app', 'app', 'app', 'app']);
    expect(report.app).toMatchObject({ who: { phone: '+8619900001001' } });
  });

  test.each(['phone', 'consent'] as const)('refusing (%s) is the empty text', async (deny) => {
    const { report, problem } = await suite.journey({ contract: 'codes', person: 'existing', deny });
    expect(problem).toBeNull();
    expect(report.extMsg).toBe('');
    expect(report.requests).toEqual([]);
  });

  test('offline: the failure is said, and trying again works', async () => {
    const { report, problem } = await suite.journey({ contract: 'codes', person: 'existing', trouble: 'offline' });
    expect(problem).toBeNull();
    expect(report.screens.map(({ screen }) => screen)).toEqual(expect.arrayContaining(['failure', 'login', 'returning']));
  });

  test.each([
    ['codes that came too late', 'existing', { trouble: 'expired' }, 602],
    ['somebody unknown at a log-in-only connection', 'new', { loginOnly: true }, 2004],
    ['somebody blocked', 'blocked', {}, 2120008],
  ] as const)('%s: the app hears it from GenAuth', async (_name, person, more, apiCode) => {
    const { report, problem } = await suite.journey({ contract: 'codes', person, ...more });
    expect(problem).toBeNull();
    expect(report.app).toMatchObject({ error: { code: 'exchange_failed', apiCode } });
  });
});

describe('ticket, as the old documents have it', () => {
  test('somebody new signs in with one request, and the app redeems the ticket', async () => {
    const { report, problem } = await suite.journey({ contract: 'ticket', person: 'new', agreeInSheet: true });
    expect(problem).toBeNull();
    expect(report.extMsg).toMatch(/^code=200&message=授权成功&ticket=[\w-]+$/);
    expect(report.requests.map(({ from }) => from)).toEqual(['program', 'app']);
    expect(report.app).toMatchObject({ who: { phone: '+8619900001001' } });
  });

  test.each(['phone', 'consent'] as const)('refusing (%s) is the documented text', async (deny) => {
    const { report, problem } = await suite.journey({ contract: 'ticket', person: 'existing', deny });
    expect(problem).toBeNull();
    expect(report.extMsg).toBe('code=400&message=用户取消授权');
  });

  test.each(['offline', 'expired'] as const)('%s: the failure is said, and trying again works', async (trouble) => {
    const { report, problem } = await suite.journey({ contract: 'ticket', person: 'existing', trouble });
    expect(problem).toBeNull();
    expect(report.screens.map(({ screen }) => screen)).toEqual(['login', 'working', 'failure', 'login', 'working', 'returning']);
  });

  test.each([
    ['somebody unknown at a log-in-only connection', 'new', true, 'user_not_found'],
    ['somebody blocked', 'blocked', false, 'account_blocked'],
  ])('%s: the app gets the reason', async (_name, person, loginOnly, code) => {
    const { report, problem } = await suite.journey({ contract: 'ticket', person, loginOnly });
    expect(problem).toBeNull();
    expect(report.extMsg).toMatch(new RegExp(`^code=400&message=${code}: `));
  });
});
