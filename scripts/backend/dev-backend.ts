import { randomBytes } from 'node:crypto';
import { guardLocalServer } from '@mini-login/local-server/guard';
import { createBackend, mapOrigins } from '@mini-login/server';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Brand } from '../../miniprogram/login/brand';
import { playProgram } from './play';

export interface DevBackendOptions {
  /** GenAuth's double: `http://127.0.0.1:5190`. */
  readonly sandbox: string;
  readonly contract: 'session' | 'sealed';
  /** The origins under which an app may reach this server. */
  readonly origins: () => readonly string[];
  /** Whose program plays. */
  readonly brand: Brand;
}

/** What WeChat then hands to the app, one after the other. */
type Delivered = {
  readonly by: 'WXLaunchMiniProgram.Resp' | 'ShowMessageFromWX.Req';
  readonly text: string;
};

const described = z.object({
  genauth: z.object({
    url: z.string(),
    issuer: z.string(),
    appId: z.string(),
    connection: z.string(),
  }),
  wechat: z.object({ url: z.string(), appid: z.string() }),
});
const clock = z.object({ now: z.number() });

const asked = z.strictObject({
  path: z.string(),
  person: z.string().default('new'),
  does: z.enum(['agree', 'cancel', 'deny-phone']).default('agree'),
  comes: z.enum(['once', 'twice', 'button', 'forged', 'late']).default('once'),
});

/**
 * The server kit over a sandbox, and the mini program next to it for apps on emulators without
 * WeChat: `POST /play` is the real program's login, and what WeChat makes of its answer.
 *
 * @throws Error when there is no sandbox, with what to start.
 */
export async function createDevBackend(
  options: DevBackendOptions,
): Promise<(request: Request) => Response | Promise<Response>> {
  const { sandbox, contract, brand, origins } = options;
  const { genauth, wechat } = await describeSandbox(sandbox);
  const issuerOrigin = new URL(genauth.issuer).origin;
  /** How far the sandbox's clock is ahead. */
  let ahead = 0;
  const platform = {
    fetch: mapOrigins({ [issuerOrigin]: sandbox, [sandbox]: sandbox }, fetch),
    now: () => Date.now() + ahead,
  };
  const followClock = async (moveMs?: number): Promise<void> => {
    const move = { method: 'POST', headers: json, body: JSON.stringify({ ms: moveMs }) };
    const response = await fetch(`${sandbox}/sandbox/clock`, moveMs === undefined ? {} : move);
    ahead = clock.parse(await response.json()).now - Date.now();
  };
  const handler = createBackend({
    registration: {
      genauth: issuerOrigin,
      console: issuerOrigin,
      appId: genauth.appId,
      connection: genauth.connection,
      userPoolId: '',
      userPoolSecret: '',
    },
    platform,
    contract,
    secret: randomBytes(32).toString('base64url'),
    startSession: ({ who }) => Promise.resolve({ person: who }),
  });

  const app = new Hono();
  app.use(guardLocalServer({ origins }));
  app.post('/play', async (c) => {
    const read = asked.safeParse(await c.req.json().catch(() => undefined));
    if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
    const { path, person, does, comes } = read.data;
    await followClock();
    try {
      const text = await playProgram(
        path,
        { person, does },
        { brand, appid: wechat.appid, wechat: wechat.url, genauth: sandbox, now: platform.now },
      );
      if (comes === 'late') await followClock(601_000);
      return c.json({ text, deliveries: deliveriesOf(text, comes) });
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : String(error) }, 400);
    }
  });
  app.all('*', async (c) => {
    await followClock();
    return handler(c.req.raw);
  });
  return (request) => app.fetch(request);
}

const json = { 'content-type': 'application/json' };

function deliveriesOf(text: string, comes: z.infer<typeof asked>['comes']): readonly Delivered[] {
  const resp = { by: 'WXLaunchMiniProgram.Resp', text } as const;
  const req = { by: 'ShowMessageFromWX.Req', text } as const;
  // What another app on an Android phone may send: everything but the state, which it can't know.
  const forged = '{"v":1,"state":"forged-forged-forged-forged","status":"ok","session":{}}';
  switch (comes) {
    case 'once':
    case 'late':
      return [resp];
    case 'twice':
      return [resp, req];
    case 'button':
      return [req];
    case 'forged':
      return [{ ...req, text: forged }, resp];
  }
}

async function describeSandbox(sandbox: string): Promise<z.infer<typeof described>> {
  try {
    const response = await fetch(`${sandbox}/sandbox`, { signal: AbortSignal.timeout(5_000) });
    return described.parse(await response.json());
  } catch (cause) {
    throw new Error(
      `There is no sandbox at ${sandbox}. Start one first, in another terminal: npm run sandbox\n` +
        'If it listens elsewhere: --sandbox http://127.0.0.1:<port>',
      { cause },
    );
  }
}
