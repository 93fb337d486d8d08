import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createClock, type Sandbox, startSandbox } from '@mini-login/sandbox';
import { bundleCommand } from './bundle-command';

const appId = '65f0c0ffee65f0c0ffee65f0';
let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sandbox-data-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const post = async <T>(url: string, body: unknown): Promise<T> => {
  const headers = { 'content-type': 'application/json', 'x-authing-app-id': appId };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
};

const start = () => startSandbox({ clock: createClock(), data });

describe('a folder for the data', () => {
  async function withSandbox(work: (sandbox: Sandbox) => Promise<void>): Promise<void> {
    const sandbox = await start();
    try {
      await work(sandbox);
    } finally {
      await sandbox.close();
    }
  }

  test('keeps tokens, keys, people and settings', async () => {
    let issued: Record<string, string> = {};
    await withSandbox(async ({ genauth, setPerson }) => {
      setPerson({ id: 'wanda', name: 'Wanda', note: '', phone: null, standing: 'known' });
      const connection = genauth.tenant.connection;
      await fetch(`${genauth.url}/sandbox/connections/${connection.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: '{"displayName":"Harbour"}',
      });
      const message = await post(`${genauth.url}/sandbox/sign-in-message`, {
        person: 'wanda',
        scope: 'openid offline_access',
      });
      issued = (
        await post<{ data: Record<string, string> }>(
          `${genauth.url}/api/v3/signin-by-mobile`,
          message,
        )
      ).data;
    });
    await withSandbox(async ({ genauth, people }) => {
      expect(genauth.tenant.connection.displayName).toBe('Harbour');
      expect(people.map(({ id }) => id)).toContain('wanda');
      const body = new URLSearchParams({
        client_id: appId,
        grant_type: 'refresh_token',
        refresh_token: issued.refresh_token ?? '',
      });
      const refreshed = await fetch(`${genauth.url}/oidc/token`, { method: 'POST', body });
      expect(refreshed.status).toBe(200);
      const again = await fetch(`${genauth.url}/oidc/token`, { method: 'POST', body });
      expect(await again.json()).toEqual({ error: 'invalid_grant' });
    });
  });

  test('keeps a clock that was moved', async () => {
    await withSandbox(async ({ genauth }) => {
      await post(`${genauth.url}/sandbox/clock`, { ms: 3600_000 });
    });
    await withSandbox(async ({ genauth }) => {
      const { now } = await (await fetch(`${genauth.url}/sandbox/clock`)).json();
      expect(now).toBeGreaterThanOrEqual(Date.now() + 3500_000);
    });
  });

  test('belongs to one sandbox at a time', async () => {
    await withSandbox(async () => {
      await expect(start()).rejects.toThrow(
        `another sandbox (process ${process.pid}) works in ${data}`,
      );
    });
    await withSandbox(() => Promise.resolve());
  });
});

describe('a sandbox that is killed in the middle of sign-ins', () => {
  interface Running {
    readonly process: ChildProcess;
    readonly genauth: string;
    readonly wechat: string;
  }

  // Once, so that each of the starts is short.
  let script: string;
  beforeAll(async () => {
    script = await bundleCommand();
  });
  const children = new Set<ChildProcess>();
  afterAll(() => {
    // A test that fails leaves one behind.
    for (const child of children) child.kill('SIGKILL');
  });

  /** The real command, in a process of its own. */
  async function run(): Promise<Running> {
    const child = spawn(process.execPath, [script, '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.add(child);
    let output = '';
    const [, genauth = '', wechat = ''] = await new Promise<string[]>((resolve, reject) => {
      child.stdout?.on('data', (text) => {
        output += String(text);
        const addresses = output.match(/GenAuth +(\S+).*?WeChat +(\S+)/s);
        if (addresses) resolve(addresses);
      });
      child.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}: ${output}`)));
    });
    return { process: child, genauth, wechat };
  }

  interface SignedIn {
    readonly message: object;
    readonly refreshToken: string;
  }

  /**
   * Signs people in, several at once, until the server is gone. What was answered is what counts.
   *
   * @param enough Called when there are so many answers as `until` says.
   */
  async function signInUntilKilled(
    { genauth }: Running,
    acknowledged: SignedIn[],
    codes: object[],
    until: number,
    enough: () => void,
  ): Promise<void> {
    for (;;) {
      try {
        const message = await post<object>(`${genauth}/sandbox/sign-in-message`, {
          person: 'new',
          scope: 'openid offline_access',
        });
        codes.push(message);
        const { data: tokens } = await post<{ data?: { refresh_token: string } }>(
          `${genauth}/api/v3/signin-by-mobile`,
          message,
        );
        if (tokens) acknowledged.push({ message, refreshToken: tokens.refresh_token });
        if (acknowledged.length >= until) enough();
      } catch {
        return;
      }
    }
  }

  async function kill({ process: child }: Running): Promise<void> {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  // One that answers before its database has written loses something at about one kill in eight, so
  // three of four runs of this test find it: it is the kills that count, and not the sign-ins
  // between them.
  const KILLS = 10;
  const BETWEEN = 12;

  test(`loses nothing that it has answered, and no code works twice (${KILLS} kills in ${KILLS * BETWEEN} sign-ins)`, async () => {
    const acknowledged: SignedIn[] = [];
    const codes: object[] = [];
    let workers: readonly Promise<void>[] = [];
    for (let count = 0; count < KILLS; count += 1) {
      const running = await run();
      const until = acknowledged.length + BETWEEN;
      await new Promise<void>((enough) => {
        // In the middle: some are answered, others under way.
        workers = Array.from({ length: 8 }, () =>
          signInUntilKilled(running, acknowledged, codes, until, enough),
        );
      });
      await kill(running);
      await Promise.all(workers);
    }
    const after = await run();
    const outcome: [second: number, refreshed: number][] = [];
    const askAgain = async ({ message, refreshToken }: SignedIn) => {
      const second = await post<{ statusCode: number }>(
        `${after.genauth}/api/v3/signin-by-mobile`,
        message,
      );
      const body = new URLSearchParams({
        client_id: appId,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      });
      const { status } = await fetch(`${after.genauth}/oidc/token`, { method: 'POST', body });
      outcome.push([second.statusCode, status]);
    };
    // All at once are more connections than a busy machine takes, and GenAuth then can't ask
    // WeChat.
    for (let first = 0; first < acknowledged.length; first += 20) {
      await Promise.all(acknowledged.slice(first, first + 20).map(askAgain));
    }
    expect(outcome.length).toBeGreaterThanOrEqual(KILLS * BETWEEN);
    expect(outcome.filter(([second, refreshed]) => second !== 602 || refreshed !== 200)).toEqual(
      [],
    );
    // Codes whose sign-in was cut off work at most once more.
    const cutOff = codes.filter((message) => !acknowledged.some((one) => one.message === message));
    for (const message of cutOff) {
      await post(`${after.genauth}/api/v3/signin-by-mobile`, message);
      expect(await post(`${after.genauth}/api/v3/signin-by-mobile`, message)).toMatchObject({
        statusCode: 602,
      });
    }
    await kill(after);
  });
});
