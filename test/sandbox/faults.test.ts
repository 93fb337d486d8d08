import { describe, expect, test } from '@jest/globals';
import { type Fault, genauthAnswer, wechatAnswer } from '@mini-login/sandbox';
import { decodeJwt } from 'jose';
import { useBench } from './helpers';

const SIGN_IN = '/api/v3/signin-by-mobile';
const bench = useBench();

test('an answer of WeChat’s that is there counts, however late the processor comes to it', async () => {
  const signingIn = bench.signIn('existing');
  for (let turn = 0; turn < 20; turn += 1) {
    bench.clock.advance(5_000);
    await new Promise((next) => setImmediate(next));
  }
  expect(await signingIn).toMatchObject({ statusCode: 200 });
});

test('a connection stays open for as long as gateways keep theirs', async () => {
  const response = await fetch(`${bench.sandbox.wechat.url}/cgi-bin/token`);
  expect(response.headers.get('keep-alive')).toBe('timeout=75');
});

describe('a scripted fault', () => {
  test('reset: what an unreachable server looks like', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: SIGN_IN, fault: { kind: 'reset' } });
    await expect(bench.signIn('existing')).rejects.toThrow('fetch failed');
    expect(bench.sandbox.journal.all().at(-1)).toMatchObject({
      path: SIGN_IN,
      status: 0,
      answer: undefined,
    });
  });

  test('html: a page where JSON was expected', async () => {
    bench.sandbox.genauth.faults.enqueue({
      path: '/oidc/me',
      fault: { kind: 'html', status: 502 },
    });
    const response = await fetch(`${bench.sandbox.genauth.url}/oidc/me`);
    expect(response.status).toBe(502);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  // RFC 9110: these have no body, whatever the fault would put there.
  test.each([204, 205, 304])('html and status: %i, which has no body', async (status) => {
    for (const kind of ['html', 'status'] as const) {
      bench.sandbox.genauth.faults.enqueue({ path: '/oidc/me', fault: { kind, status } });
      const response = await fetch(`${bench.sandbox.genauth.url}/oidc/me`);
      expect([response.status, await response.text()]).toEqual([status, '']);
      expect(bench.sandbox.journal.all().at(-1)).toMatchObject({ status, fault: kind });
    }
  });

  test('status: an HTTP error', async () => {
    bench.sandbox.genauth.faults.enqueue({
      path: '/oidc/me',
      fault: { kind: 'status', status: 500 },
    });
    expect((await fetch(`${bench.sandbox.genauth.url}/oidc/me`)).status).toBe(500);
  });

  test('answer: whatever the test says', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: SIGN_IN, fault: genauthAnswer(403, 'No', 1699) });
    expect(await bench.signIn('existing')).toMatchObject({ statusCode: 403, apiCode: 1699 });
  });

  test('slow: the right answer, when the clock says so', async () => {
    bench.sandbox.genauth.faults.enqueue({
      path: '/api/v3/system',
      fault: { kind: 'slow', ms: 30_000 },
    });
    let answered = false;
    const waiting = fetch(`${bench.sandbox.genauth.url}/api/v3/system`).then((response) => {
      answered = true;
      return response.status;
    });
    // Another request has gone there and back: the slow one had its chance.
    await fetch(`${bench.sandbox.genauth.url}/api/v3/system`);
    bench.clock.advance(29_999);
    await fetch(`${bench.sandbox.genauth.url}/api/v3/system`);
    expect(answered).toBe(false);
    bench.clock.advance(1);
    expect(await waiting).toBe(200);
  });

  test('hang: the caller gives up, and the server can still be closed', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: '/oidc/me', fault: { kind: 'hang' } });
    const aborter = new AbortController();
    const waiting = fetch(`${bench.sandbox.genauth.url}/oidc/me`, { signal: aborter.signal });
    await fetch(`${bench.sandbox.genauth.url}/api/v3/system`);
    aborter.abort();
    await expect(waiting).rejects.toThrow('aborted');
  });

  test('tls: what an endpoint without a valid certificate looks like', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: '/oidc/me', fault: { kind: 'tls' } });
    await expect(fetch(`${bench.sandbox.genauth.url}/oidc/me`)).rejects.toThrow('fetch failed');
  });

  test.each<[Fault, string | RegExp]>([
    [{ kind: 'empty' }, /^$/],
    [{ kind: 'truncated' }, /^\{"version":"sandbox"[^}]*$/],
    [{ kind: 'wrong-types' }, /^\{"version":7,/],
    [{ kind: 'wrong-status-code', statusCode: 'fine' }, /"statusCode":"fine"/],
    [{ kind: 'status-code', statusCode: 429 }, /^\{"statusCode":429,/],
    [{ kind: 'api-code', apiCode: 4021 }, /^\{"statusCode":402,"apiCode":4021,/],
    [{ kind: 'used-code' }, /^\{"statusCode":602,.*40163/],
  ])('%j', async (fault, text) => {
    bench.sandbox.genauth.faults.enqueue({ path: '/api/v3/system', fault });
    expect(await (await fetch(`${bench.sandbox.genauth.url}/api/v3/system`)).text()).toMatch(text);
    expect(bench.sandbox.journal.all().at(-1)).toMatchObject({ fault: fault.kind });
  });

  test('skew: tokens of a server whose clock is an hour behind', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: SIGN_IN, fault: { kind: 'skew', ms: -3600_000 } });
    const { data } = await bench.signIn('existing');
    expect(decodeJwt(data.id_token ?? '').iat).toBe(bench.clock.now() / 1000 - 3600);
    expect(decodeJwt((await bench.signIn('existing')).data.id_token ?? '').iat).toBe(
      bench.clock.now() / 1000,
    );
  });

  test.each<[Fault['kind'], string]>([
    ['expired-code', '40029'],
    ['used-code', '40163'],
  ])('at a wx API, %s gives a code that WeChat refuses with %s', async (kind, errcode) => {
    for (const api of ['wx.login', 'getPhoneNumber'] as const) {
      bench.sandbox.reset();
      bench.sandbox.wechat.faults.enqueue({
        api,
        fault: kind === 'used-code' ? { kind } : { kind: 'expired-code' },
      });
      expect(await bench.signIn('existing')).toMatchObject({
        statusCode: 602,
        message: expect.stringContaining(errcode),
      });
    }
  });

  test('at a wx API, errMsg fails it', async () => {
    bench.sandbox.wechat.faults.enqueue({
      api: 'wx.login',
      fault: { kind: 'errMsg', errMsg: 'login:fail timeout', errno: 5 },
    });
    const answer = await bench.wechat('/client/login', {
      appid: 'wx0123456789abcdef',
      person: 'new',
    });
    expect(answer).toEqual({ errMsg: 'login:fail timeout', errno: 5 });
  });
});

describe('a fault strikes', () => {
  test('for the n-th call only', async () => {
    bench.sandbox.genauth.faults.enqueue({
      path: SIGN_IN,
      nth: 3,
      fault: { kind: 'api-code', apiCode: 1002 },
    });
    const codes: (number | undefined)[] = [];
    for (let count = 0; count < 4; count += 1)
      codes.push((await bench.signIn('existing')).statusCode);
    expect(codes).toEqual([200, 200, 429, 200]);
  });

  test('by a header, for that request alone', async () => {
    const system = (fault: string) =>
      fetch(`${bench.sandbox.genauth.url}/api/v3/system`, {
        headers: { 'x-sandbox-fault': fault },
      });
    expect(await (await system('empty')).text()).toBe('');
    expect(await (await system('{"kind":"api-code","apiCode":2005}')).json()).toMatchObject({
      apiCode: 2005,
    });
    expect(await (await system('magic')).json()).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('magic'),
    });
  });

  test('once, or as often as told, and then no more', async () => {
    const { faults } = bench.sandbox.genauth;
    faults.enqueue({ path: SIGN_IN, fault: genauthAnswer(500, 'No'), times: 2 });
    const codes: (number | undefined)[] = [];
    for (let count = 0; count < 3; count += 1)
      codes.push((await bench.signIn('existing')).statusCode);
    expect(codes).toEqual([500, 500, 200]);
    expect(faults.pending()).toEqual([]);
  });

  test('at WeChat reaches the client through GenAuth', async () => {
    bench.sandbox.wechat.faults.enqueue({
      path: '/sns/jscode2session',
      fault: wechatAnswer(45011, 'api minute-quota reach limit'),
    });
    expect(await bench.signIn('existing')).toMatchObject({
      statusCode: 602,
      message: expect.stringContaining('45011'),
    });
  });
});

describe('the list of faults', () => {
  test('keeps what nobody met, until it is cleared', () => {
    const { faults } = bench.sandbox.wechat;
    const rule = { path: '/sns/jscode2session', fault: wechatAnswer(-1, 'system error') };
    faults.enqueue(rule);
    expect(faults.pending()).toEqual([rule]);
    faults.clear();
    expect(faults.pending()).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['a kind that does not exist', { path: SIGN_IN, fault: { kind: 'magic' } }, 'no such fault'],
    [
      'a path that does not exist',
      { path: '/api/v3/nothing', fault: { kind: 'empty' } },
      '/api/v3/nothing',
    ],
    [
      'an apiCode that is not documented',
      { path: SIGN_IN, fault: { kind: 'api-code', apiCode: 1 } },
      'not documented',
    ],
    [
      "another server's answer",
      { path: SIGN_IN, fault: { kind: 'errcode', errcode: 40029 } },
      'never answers',
    ],
  ])('refuses %s', (_name, rule, words) => {
    // What comes from a file or over HTTP is not checked by the compiler.
    expect(() => bench.sandbox.genauth.faults.enqueue(JSON.parse(JSON.stringify(rule)))).toThrow(
      words,
    );
  });
});

describe('the journal', () => {
  test('gives the requests one by one, oldest first', async () => {
    await bench.signIn('existing');
    const { journal } = bench.sandbox;
    expect(journal.takeRequest()).toMatchObject({
      server: 'WeChat',
      method: 'POST',
      path: '/client/login',
    });
    expect(journal.takeRequest(SIGN_IN)).toMatchObject({
      server: 'GenAuth',
      status: 200,
      answer: { statusCode: 200 },
    });
    expect(journal.takeRequest().path).toBe('/client/phone-number');
  });

  test('says what came in when it is asked for something that did not', async () => {
    await bench.loginCode('new');
    expect(() => bench.sandbox.journal.takeRequest(SIGN_IN)).toThrow('POST /client/login');
  });
});

test('a path that a double does not know says where to add it', async () => {
  const response = await fetch(`${bench.sandbox.genauth.url}/api/v3/signin-by-magic`, {
    method: 'POST',
  });
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    statusCode: 404,
    message:
      'the GenAuth double has no /api/v3/signin-by-magic; add it in scripts/sandbox/genauth/',
    requestId: expect.any(String),
  });
});

test('reset makes everything as it was, at the same address', async () => {
  const { genauth, wechat, journal, reset } = bench.sandbox;
  const before = genauth.accounts.all().map(({ id }) => id);
  await bench.signIn('new');
  genauth.tenant.connection.loginOnly = true;
  wechat.program.phoneService = 'no-quota';
  genauth.faults.enqueue({ path: SIGN_IN, fault: { kind: 'reset' }, times: 'always' });
  reset();
  expect(genauth.accounts.all().map(({ id }) => id)).toEqual(before);
  expect(journal.all()).toEqual([]);
  expect(await bench.signIn('new')).toMatchObject({ statusCode: 200 });
});
