import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClock, type Sandbox, startSandbox } from '@mini-login/sandbox';

/**
 * Clients that nobody here wrote, unmodified, each as a program of its own in test/sandbox/foreign.
 * official-clients.test.ts has those of GenAuth.
 */
const PUBLIC = '65f0c0ffee65f0c0ffee65f0';
const CONFIDENTIAL = '65f0c0ffee65f0c0ffee65f1';
const SECRET = 'a secret+with:signs';
const redirectUris = [
  'http://127.0.0.1:5999/callback',
  'http://127.0.0.1:5999/auth/callback/genauth',
];
const ALL = { nickname: '陈宇', phone_number: '+8619900001002' };

let sandbox: Sandbox;
let sub: string;
beforeAll(async () => {
  sandbox = await startSandbox({
    clock: createClock(),
    proxy: { port: 0 },
    tenant: {
      app: { redirectUris },
      more: { apps: [{ id: CONFIDENTIAL, secret: SECRET, redirectUris }] },
    },
  });
  sub = sandbox.genauth.accounts.all().find(({ nickname }) => nickname === '陈宇')?.id ?? '';
});
// One of them registers an address of its own.
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

async function run(name: string, env: Record<string, string> = {}): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, `foreign/${name}.mjs`)],
    {
      env: {
        PATH: process.env.PATH,
        ISSUER: sandbox.genauth.issuer,
        PUBLIC,
        CONFIDENTIAL,
        SECRET,
        APPID: sandbox.wechat.program.appid,
        APP_SECRET: sandbox.wechat.program.secret,
        ...env,
      },
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

describe('finishes a sign-in by the page:', () => {
  test.each<[string, object]>([
    ['openid-client', ALL],
    ['oauth4webapi', ALL],
    ['oidc-client-ts', { ...ALL, userState: { from: '/cart' } }],
    ['auth-core', ALL],
    ['express-openid-connect', { ...ALL, byDefault: { nickname: ALL.nickname } }],
    // It keeps no more of the answer than this.
    ['passport-openidconnect', {}],
    ['badgateway', ALL],
    ['simple-oauth2', ALL],
    ['arctic', ALL],
    // Twelve sign-ins: each response type, with each way to show who the client is.
    ['openid-client-v5', { ...ALL, people: 1 }],
    ['grant', ALL],
    ['hono-oidc-auth', {}],
  ])('%s', async (name, more) => {
    expect(await run(name)).toMatchObject({ sub, ...more });
  });
});

test('is verified by its key set: jose and jwks-rsa', async () => {
  expect(await run('key-sets')).toEqual({ sub, isSame: true });
});

describe('reaches the doubles by the proxy, with its hosts built in:', () => {
  const proxied = () => ({
    HTTPS_PROXY: sandbox.proxy?.url ?? '',
    NODE_EXTRA_CA_CERTS: sandbox.authority?.file ?? '',
  });

  test('co-wechat-api', async () => {
    expect(await run('co-wechat-api', proxied())).toEqual({
      accessToken: expect.any(String),
      valid: true,
    });
  });

  test('node-easywechat', async () => {
    const response = await fetch(`${sandbox.genauth.url}/sandbox/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"person":"existing"}',
    });
    const { code } = await response.json();
    expect(await run('node-easywechat', { ...proxied(), LOGIN_CODE: code })).toMatchObject({
      openid: expect.stringMatching(/^o/),
      hasKey: true,
    });
  });

  test("GenAuth's and Authing's hosts; no other", async () => {
    expect(await run('fixed-host', proxied())).toMatchObject({
      names: ['Harbor', 'Harbor', 'Harbor', 'Harbor'],
      refused: expect.anything(),
    });
  });
});
