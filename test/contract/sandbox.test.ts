import { describe, expect, test } from '@jest/globals';
import { type Fault, genauthAnswers } from '@mini-login/sandbox';
import { useBench } from '../sandbox/helpers';
import { expectGolden, fill, type GoldenExchange, type GoldenJson, golden } from './golden';

const bench = useBench();

describe('the GenAuth double answers as documented', () => {
  test.each([
    'sign-in.code-and-phone',
    'sign-in.code',
    'sign-in.phone',
    'ticket.mint',
    'public-config',
  ])('%s', async (name) => {
    await exchange(golden<GoldenExchange>(name), await values('existing'));
  });

  test('both spellings of the expiry', async () => {
    const signIn = golden<GoldenExchange>('sign-in.code');
    for (const spelling of ['expires_in', 'expire_in'] as const) {
      bench.sandbox.genauth.tenant.expirySpelling = spelling;
      const spelt = JSON.parse(JSON.stringify(signIn).replace('expires_in', spelling));
      await exchange(spelt, await values('existing'));
    }
  });

  interface ErrorAnswer {
    readonly when: string;
    readonly body: GoldenJson;
    readonly person?: string;
    readonly setUp?: {
      readonly connection?: { readonly loginOnly: boolean };
      readonly app?: { readonly registrationDisabled: boolean };
    };
    readonly fault?: keyof typeof genauthAnswers;
  }
  const errorAnswers = golden<{ answers: ErrorAnswer[] }>('sign-in.errors').answers;
  test.each(
    errorAnswers
      .filter(({ person }) => person !== undefined)
      .map((answer) => [answer.when, answer] as const),
  )('an error: %s', async (_when, { body, person = '', setUp }) => {
    const { connection, app } = bench.sandbox.genauth.tenant;
    Object.assign(connection, setUp?.connection);
    Object.assign(app, setUp?.app);
    expectGolden(await bench.signIn(person), body);
  });

  test.each(
    errorAnswers
      .filter(({ fault }) => fault !== undefined)
      .map((answer) => [answer.when, answer] as const),
  )('a scripted error: %s', async (_when, { body, fault = 'broken' }) => {
    const scripted: Fault = genauthAnswers[fault];
    bench.sandbox.genauth.faults.enqueue({ path: '/api/v3/signin-by-mobile', fault: scripted });
    expectGolden(await bench.signIn('existing'), body);
    expect(bench.sandbox.genauth.faults.pending()).toEqual([]);
  });

  test('codes: exchanged as the Guard SDK does it', async () => {
    const codes = golden<Record<'exchange' | 'token' | 'me', GoldenExchange>>('result.codes');
    const given = await values('existing');
    const signedIn = await exchange(codes.exchange, given);
    const tokens = await exchange(codes.token, { ...given, token: signedIn.data?.token ?? '' });
    await exchange(codes.me, { ...given, accessToken: tokens.access_token ?? '' });
  });

  test('what the Guard SDK asks after a login', async () => {
    const given = await values('existing');
    const { data } = await exchange(
      golden<{ exchange: GoldenExchange }>('result.codes').exchange,
      given,
    );
    const after = golden<Record<'customData' | 'me' | 'logout', GoldenExchange>>('guard-sdk');
    const who = { ...given, token: data?.token ?? '', userId: data?.id ?? '' };
    for (const message of [after.customData, after.me, after.logout]) await exchange(message, who);
  });

  test('OpenID Connect, from discovery to a token that is worth nothing any more', async () => {
    const given = await values('existing');
    const { data } = await bench.signIn('existing', {
      options: { scope: 'openid profile offline_access' },
    });
    const tokens = {
      ...given,
      accessToken: data.access_token ?? '',
      refreshToken: data.refresh_token ?? '',
    };
    const { source: _, ...messages } = golden<
      Record<string, GoldenExchange> & { source: GoldenJson }
    >('oidc');
    expect(Object.keys(messages)).toEqual([
      'discovery',
      'refresh',
      'introspect',
      'revoke',
      'introspectRevoked',
      'refreshAgain',
    ]);
    for (const message of Object.values(messages)) await exchange(message, tokens);
  });

  test('ticket: redeemed', async () => {
    const given = await values('existing');
    const minted = await exchange(golden<GoldenExchange>('ticket.mint'), given);
    const { redeem } = golden<{ redeem: GoldenExchange }>('result.ticket');
    await exchange(redeem, { ...given, ticket: minted.data?.ticket ?? '' });
  });

  test('every agreement of the public configuration', async () => {
    const { request, agreement } = golden<GoldenExchange & { agreement: GoldenJson }>(
      'public-config',
    );
    const response = await fetch(
      bench.sandbox.genauth.url + fill(request, await values('new')).path,
    );
    const { data } = await response.json();
    expect(data.agreements.length).toBeGreaterThan(0);
    for (const item of data.agreements) expectGolden(item, agreement);
  });
});

describe('the WeChat double answers as documented', () => {
  interface Ask {
    readonly ask: string;
    readonly body?: GoldenJson;
    readonly answer: GoldenJson;
  }
  interface Wrong extends Ask {
    readonly when: string;
    readonly errcode: number;
  }
  const wechat = golden<{ session: Ask; token: Ask; phone: Ask; errors: Wrong[] }>('wechat');

  test('session, token and phone number', async () => {
    const given = await values('existing');
    expectGolden(await ask(wechat.session, given), fill(wechat.session.answer, given));
    const token = await ask(wechat.token, given);
    expectGolden(token, wechat.token.answer);
    const withToken = { ...given, accessToken: token.access_token ?? '' };
    expectGolden(await ask(wechat.phone, withToken), fill(wechat.phone.answer, given));
  });

  test.each(wechat.errors.map((wrong) => [wrong.when, wrong] as const))(
    'an error: %s',
    async (_when, wrong) => {
      const given = await values('existing');
      const { access_token = '' } = await ask(wechat.token, given);
      expectGolden(await ask(wrong, { ...given, accessToken: access_token }), {
        errcode: wrong.errcode,
        errmsg: '{{string}}',
      });
    },
  );

  function ask(
    { ask: path, body }: Ask,
    given: Record<string, string>,
  ): Promise<Record<string, string>> {
    return bench.wechat(fill(path, given), body === undefined ? undefined : fill(body, given));
  }
});

/** What stands for the names in golden messages. */
async function values(person: string): Promise<Record<string, string>> {
  const { tenant } = bench.sandbox.genauth;
  const { connection } = tenant;
  const loginCode = await bench.loginCode(person);
  const { code: phoneCode = '', encryptedData = '', iv = '' } = await bench.phoneNumber(person);
  return {
    ...{
      loginCode,
      phoneCode,
      encryptedData,
      iv,
      appid: connection.appid,
      secret: connection.secret,
    },
    ...{ appId: tenant.app.id, connection: connection.identifier, connId: connection.id },
    ...{
      userPoolId: tenant.userPoolId,
      userPoolSecret: tenant.userPoolSecret,
      ticketEndpoint: tenant.tickets.endpoint,
    },
  };
}

interface AnyAnswer {
  readonly access_token?: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** Sends the golden request to the double and holds its answer to the golden one. */
async function exchange(
  message: GoldenExchange,
  given: Record<string, string>,
): Promise<AnyAnswer> {
  const { request, answer } = fill(message, given);
  const sent = request.form
    ? new URLSearchParams(request.form).toString()
    : request.body && JSON.stringify(request.body);
  const response = await fetch(bench.sandbox.genauth.url + request.path, {
    method: request.method,
    headers: fill(request.headers, { string: 'contract-test' }),
    ...(sent ? { body: sent } : {}),
  });
  const text = await response.text();
  const body = text === '' ? '' : JSON.parse(text);
  expect(response.status).toBe(answer.status);
  expectGolden(body, answer.body);
  return body;
}
