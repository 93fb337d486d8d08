import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { genauthAnswer, wechatAnswer } from '../../scripts/sandbox';
import { type Bench, startBench } from './helpers';

const SIGN_IN = '/api/v3/signin-by-mobile';
let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.close());

describe('a scripted fault', () => {
  test('unreachable: the connection is reset', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: SIGN_IN, fault: { kind: 'unreachable' } });
    await expect(bench.signIn('existing')).rejects.toThrow('fetch failed');
    expect(bench.sandbox.journal.all().at(-1)).toMatchObject({ path: SIGN_IN, status: 0, answer: undefined });
  });

  test('html: a page where JSON was expected', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: '/oidc/me', fault: { kind: 'html', status: 502 } });
    const response = await fetch(`${bench.sandbox.genauth.url}/oidc/me`);
    expect(response.status).toBe(502);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  test('status: an HTTP error', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: '/oidc/me', fault: { kind: 'status', status: 500 } });
    expect((await fetch(`${bench.sandbox.genauth.url}/oidc/me`)).status).toBe(500);
  });

  test('answer: whatever the test says', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: SIGN_IN, fault: genauthAnswer(403, 'No', 1699) });
    expect(await bench.signIn('existing')).toMatchObject({ statusCode: 403, apiCode: 1699 });
  });

  test('slow: the right answer, when the clock says so', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: '/api/v3/system', fault: { kind: 'slow', ms: 30_000 } });
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

  test('never: the caller gives up, and the server can still be closed', async () => {
    bench.sandbox.genauth.faults.enqueue({ path: '/oidc/me', fault: { kind: 'never' } });
    const aborter = new AbortController();
    const waiting = fetch(`${bench.sandbox.genauth.url}/oidc/me`, { signal: aborter.signal });
    await fetch(`${bench.sandbox.genauth.url}/api/v3/system`);
    aborter.abort();
    await expect(waiting).rejects.toThrow('aborted');
  });

  test('happens once, or as often as told, and then no more', async () => {
    const { faults } = bench.sandbox.genauth;
    faults.enqueue({ path: SIGN_IN, fault: genauthAnswer(500, 'No'), times: 2 });
    const codes: (number | undefined)[] = [];
    for (let count = 0; count < 3; count += 1) codes.push((await bench.signIn('existing')).statusCode);
    expect(codes).toEqual([500, 500, 200]);
    expect(faults.pending()).toEqual([]);
  });

  test('that nobody met is still pending, until it is cleared', () => {
    const { faults } = bench.sandbox.wechat;
    const rule = { path: '/sns/jscode2session', fault: wechatAnswer(-1, 'system error') };
    faults.enqueue(rule);
    expect(faults.pending()).toEqual([rule]);
    faults.clear();
    expect(faults.pending()).toEqual([]);
  });

  test('at WeChat reaches the client through GenAuth', async () => {
    bench.sandbox.wechat.faults.enqueue({
      path: '/sns/jscode2session',
      fault: wechatAnswer(45011, 'api minute-quota reach limit'),
    });
    expect(await bench.signIn('existing')).toMatchObject({ statusCode: 602, message: expect.stringContaining('45011') });
  });
});

describe('the journal', () => {
  test('gives the requests one by one, oldest first', async () => {
    await bench.signIn('existing');
    const { journal } = bench.sandbox;
    expect(journal.takeRequest()).toMatchObject({ server: 'WeChat', method: 'POST', path: '/client/login' });
    expect(journal.takeRequest(SIGN_IN)).toMatchObject({ server: 'GenAuth', status: 200, answer: { statusCode: 200 } });
    expect(journal.takeRequest().path).toBe('/client/phone-number');
  });

  test('says what came in when it is asked for something that did not', async () => {
    await bench.loginCode('new');
    expect(() => bench.sandbox.journal.takeRequest(SIGN_IN)).toThrow('POST /client/login');
  });
});

test('a path that a double does not know says where to add it', async () => {
  const response = await fetch(`${bench.sandbox.genauth.url}/api/v3/signin-by-magic`, { method: 'POST' });
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    error: 'the GenAuth double has no POST /api/v3/signin-by-magic; add it in scripts/sandbox/genauth/',
  });
});

test('reset makes everything as it was, at the same address', async () => {
  const { genauth, wechat, journal, reset } = bench.sandbox;
  const before = genauth.accounts.all().map(({ id }) => id);
  await bench.signIn('new');
  genauth.tenant.behaviour.loginOnly = true;
  wechat.program.phoneService = 'no-quota';
  genauth.faults.enqueue({ path: SIGN_IN, fault: { kind: 'unreachable' }, times: Number.POSITIVE_INFINITY });
  reset();
  expect(genauth.accounts.all().map(({ id }) => id)).toEqual(before);
  expect(journal.all()).toEqual([]);
  expect(await bench.signIn('new')).toMatchObject({ statusCode: 200 });
});
