import { describe, expect, test } from '@jest/globals';
import { controlOf } from './control-api';
import { useBench } from './helpers';

const bench = useBench();
const control = controlOf(bench);

describe('the journal', () => {
  test('tells what was asked, without secrets and numbers', async () => {
    const { data } = await bench.signIn('existing', {
      options: { scope: 'openid phone offline_access' },
    });
    const headers = { authorization: `Bearer ${data.access_token}` };
    await fetch(`${bench.sandbox.genauth.url}/oidc/me`, { headers });
    const { json } = await control<{ path: string }[]>('GET', '/sandbox/journal');
    expect(json.map(({ path }) => path)).toEqual([
      '/client/login',
      '/client/phone-number',
      '/sns/jscode2session',
      '/cgi-bin/stable_token',
      '/wxa/business/getuserphonenumber',
      '/api/v3/signin-by-mobile',
      '/oidc/me',
    ]);
    const text = JSON.stringify(json);
    const secrets = bench.sandbox.journal
      .all()
      .flatMap(({ query, body, answer }) => secretsIn([query, body, answer]));
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain('wechat_mini_program_code_and_phone');
    expect(text).toContain('harbor-wechat');
  });

  test('masks JSON that stands in a string, and text that is no JSON', async () => {
    await bench.genauth('/oauth/app2wxapp/auth/x?ticket=tickettickettickettick', {
      ticket: 'also-a-secret-ticket',
    });
    await fetch(`${bench.sandbox.genauth.url}/api/v3/signin-by-mobile`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"code": "0secretsecretsecretsecretsecret',
    });
    const text = JSON.stringify((await control('GET', '/sandbox/journal')).json);
    for (const secret of ['tickettickettickettick', 'also-a-secret-ticket', '0secretsecret'])
      expect(text).not.toContain(secret);
  });

  test('hands out each request once, and says when there is none', async () => {
    await bench.loginCode('new');
    await bench.loginCode('existing');
    expect(
      (await control('POST', '/sandbox/journal/take', { path: '/client/login' })).json.body.person,
    ).toBe('new');
    expect((await control('POST', '/sandbox/journal/take', {})).json.body.person).toBe('existing');
    expect((await control('POST', '/sandbox/journal/take', {})).status).toBe(404);
  });

  test('is short', async () => {
    for (let count = 0; count < 2001; count += 1) {
      bench.sandbox.journal.add({
        server: 'GenAuth',
        at: 0,
        method: 'GET',
        path: '/',
        query: {},
        headers: {},
        body: undefined,
        status: 200,
        answer: 'x'.repeat(count === 2000 ? 100_000 : 1),
      });
    }
    const all = bench.sandbox.journal.all();
    expect(all.length).toBeLessThanOrEqual(2000);
    expect(all.at(-1)?.answer).toBe('(100000 characters)');
  });

  /** Strings under names that hold secrets, said here again and not taken from the masking code. */
  function secretsIn(value: unknown): string[] {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, entry]) => {
      const names = [
        'code',
        'js_code',
        'secret',
        'access_token',
        'refresh_token',
        'id_token',
        'session_key',
        'encryptedData',
        'iv',
        'phone_number',
        'phoneNumber',
        'purePhoneNumber',
        'cloudID',
      ];
      return typeof entry === 'string' && names.includes(key) ? [entry] : secretsIn(entry);
    });
  }
});

describe('a request of the journal, sent again', () => {
  test('has the same secrets, which the servers have seen', async () => {
    await bench.signIn('new');
    const first = bench.sandbox.journal.all().find(({ path }) => path.includes('signin-by-mobile'));
    bench.sandbox.journal.clear();
    const again = await control('POST', `/sandbox/journal/${first?.id}/resend`);
    expect(again.status).toBe(404);

    await bench.signIn('existing');
    const second = bench.sandbox.journal
      .all()
      .find(({ path }) => path.includes('signin-by-mobile'));
    expect((await control('POST', `/sandbox/journal/${second?.id}/resend`)).json).toEqual({
      status: 200,
    });
    const answers = bench.sandbox.journal
      .all()
      .filter(({ path }) => path.includes('signin-by-mobile'));
    expect(answers.map(({ body }) => body)).toEqual([second?.body, second?.body]);
    expect(answers[1]?.answer).not.toMatchObject({ statusCode: 200 });
  });

  test('also where nothing comes back', async () => {
    bench.sandbox.genauth.faults.enqueue({
      path: '/oidc/.well-known/openid-configuration',
      fault: { kind: 'reset' },
      times: 'always',
    });
    const url = `${bench.sandbox.genauth.url}/oidc/.well-known/openid-configuration`;
    await fetch(url).catch(() => undefined);
    const id = bench.sandbox.journal.all().at(-1)?.id;
    expect((await control('POST', `/sandbox/journal/${id}/resend`)).json).toEqual({ status: 0 });
  });
});
