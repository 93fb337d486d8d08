import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createClock, type Sandbox, type SandboxOptions, startSandbox } from '@mini-login/sandbox';

let folder: string;
let sandbox: Sandbox | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-tls-'));
});
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  sandbox = await startSandbox({ clock: createClock(), https: true, ...options });
  return sandbox;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** As a client that trusts the authority and nobody else. */
function ask(url: string, options: RequestOptions, body?: unknown): Promise<Answer> {
  const ca = sandbox?.authority?.certificate;
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    request(url, { ca, headers, method, agent: false, ...options }, (response) => {
      const status = response.statusCode ?? 0;
      text(response).then((answer) => resolve({ status, body: answer }), reject);
    })
      .on('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body));
  });
}

describe('--https', () => {
  test('signs people in, whole way: GenAuth asks WeChat, tokens name https', async () => {
    const { genauth, wechat } = await start();
    expect([genauth.url, wechat.url, genauth.issuer]).toEqual([
      expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      `${genauth.url}/oidc`,
    ]);
    const message = await ask(`${genauth.url}/sandbox/sign-in-message`, {}, { person: 'existing' });
    const signedIn = await ask(
      `${genauth.url}/api/v3/signin-by-mobile?`,
      {
        headers: { 'content-type': 'application/json', 'x-authing-app-id': genauth.tenant.app.id },
      },
      JSON.parse(message.body),
    );
    expect(JSON.parse(signedIn.body)).toMatchObject({ statusCode: 200 });
  });

  test.each(['localhost', '127.0.0.1'])('has a certificate that is good for %s', async (name) => {
    const { genauth } = await start();
    const { port } = new URL(genauth.url);
    expect((await ask(`https://${name}:${port}/health`, {})).status).toBe(200);
  });

  test('has one for the name in --origin, and no other', async () => {
    const { genauth } = await start({ origin: 'https://genauth.example' });
    const { port } = new URL(genauth.url);
    const url = `https://127.0.0.1:${port}/health`;
    const as = (servername: string) => ({ servername, headers: { host: servername } });
    expect((await ask(url, as('genauth.example'))).status).toBe(200);
    await expect(ask(url, as('evil.example'))).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('is trusted by nobody who was not told of the authority', async () => {
    const { genauth } = await start();
    await expect(ask(`${genauth.url}/health`, { ca: undefined })).rejects.toThrow(/certificate/);
  });

  test('keeps the authority with the data, its key for its owner alone', async () => {
    const first = await start({ data: folder });
    const { certificate, file } = first.authority ?? { certificate: '', file: '' };
    expect(readFileSync(file, 'utf8')).toBe(certificate);
    expect(statSync(join(folder, 'authority/ca-key.pem')).mode & 0o077).toBe(0);
    await first.close();
    expect((await start({ data: folder })).authority?.certificate).toBe(certificate);
  });

  test('leaves nothing behind without a folder', async () => {
    const { authority } = await start();
    expect(existsSync(authority?.file ?? '')).toBe(true);
    await sandbox?.close();
    sandbox = undefined;
    expect(existsSync(authority?.file ?? '')).toBe(false);
  });

  test('refuses a folder that holds something else, in words', async () => {
    for (const name of ['ca.pem', 'ca-key.pem']) writeFileSync(join(folder, name), 'hello');
    await expect(start({ authority: folder })).rejects.toThrow('no certificate authority');
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'resets a connection of %s, and breaks one',
    async (version) => {
      const { genauth } = await start();
      const only = { minVersion: version, maxVersion: version };
      const fail = (kind: string) =>
        ask(`${genauth.url}/oidc/me`, { ...only, headers: { 'x-sandbox-fault': kind } });
      await expect(fail('reset')).rejects.toMatchObject({ code: 'ECONNRESET' });
      // No answer of HTTP's that is merely wrong: TLS itself fails.
      await expect(fail('tls')).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_SSL_/) });
      expect((await ask(`${genauth.url}/health`, only)).status).toBe(200);
    },
  );

  // Another verifier than Node's, by its strict rules.
  test('makes certificates that OpenSSL finds good', async () => {
    const { genauth, authority } = await start();
    const { host } = new URL(genauth.url);
    const args = ['s_client', '-connect', host, '-CAfile', authority?.file ?? '', '-x509_strict'];
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      'openssl "$@" </dev/null',
      'sh',
      ...args,
    ]);
    expect(stdout).toContain('Verify return code: 0 (ok)');
  });
});

describe('--proxy', () => {
  test('takes whole URLs, as some clients send them for https too', async () => {
    const { proxy } = await start({ https: false, proxy: { port: 0 } });
    const { hostname, port } = new URL(proxy?.url ?? '');
    const viaProxy = (path: string) =>
      new Promise<Answer>((resolve, reject) => {
        httpRequest({ hostname, port, path }, (response) => {
          const status = response.statusCode ?? 0;
          text(response).then((body) => resolve({ status, body }), reject);
        })
          .on('error', reject)
          .end();
      });
    const token = await viaProxy('https://api.weixin.qq.com/cgi-bin/token?grant_type=x');
    expect(JSON.parse(token.body)).toMatchObject({ errcode: expect.any(Number) });
    expect(await viaProxy('http://core.authing.cn/oidc/.well-known/jwks.json')).toMatchObject({
      status: 200,
    });
    // It opens no way out of this machine, and the owner's own API not by another name.
    expect((await viaProxy('http://example.com/')).status).toBe(403);
    expect((await viaProxy('http://api.weixin.qq.com.evil.example/')).status).toBe(403);
    expect((await viaProxy('/sandbox')).status).toBe(400);
    expect((await viaProxy('http://core.authing.cn/sandbox/people')).status).toBe(403);
    expect((await viaProxy('http://api.weixin.qq.com/client/people')).status).toBe(403);
  });
});
