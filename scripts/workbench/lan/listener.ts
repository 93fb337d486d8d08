import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { type ServerType, serve } from '@hono/node-server';
import { guardLocalServer } from '@mini-login/local-server/guard';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { mayPass, toExchange } from './allowed';
import type { PhoneLink } from './link';

export interface PhoneListeners {
  readonly links: readonly PhoneLink[];
  close(): Promise<void>;
}

/** Answers of the workbench that mean something to the phone's page. */
const carried = ['content-type', 'cache-control', 'etag'];
/** What a phone may say about what it asks for. */
const asked = ['content-type', 'accept', 'accept-language', 'if-none-match'];

/**
 * Serves the phone's page, and nothing else of a workbench, to phones of the same network: one
 * listener on each address, which ends with the command. A phone brings the token of the QR code
 * once, and has a cookie from then on.
 *
 * @param addresses IPv4 addresses of this machine.
 * @param workbench `http://127.0.0.1:5180`; its port is used there too when it is free.
 * @throws When an address is none of this machine.
 */
export async function listenToPhones(
  addresses: readonly string[],
  workbench: string,
): Promise<PhoneListeners> {
  const token = randomBytes(32).toString('base64url');
  const open: { readonly server: ServerType; readonly host: string }[] = [];
  const close = async () => {
    await Promise.all(open.map(({ server }) => end(server)));
  };
  try {
    for (const address of addresses) open.push(await openOn(address, { token, workbench }));
  } catch (error) {
    await close();
    throw error;
  }
  return { links: open.map(({ host }) => ({ host, url: `http://${host}/?key=${token}` })), close };
}

async function openOn(
  address: string,
  { token, workbench }: { readonly token: string; readonly workbench: string },
) {
  let host = '';
  const app = phoneApp({ token, workbench, origin: () => `http://${host}` });
  const { port } = new URL(workbench);
  const server = await listen(app, address, Number(port)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(app, address, 0);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error(`${address} has no port`);
  host = `${address}:${bound.port}`;
  return { server, host };
}

function phoneApp({
  token,
  workbench,
  origin,
}: {
  readonly token: string;
  readonly workbench: string;
  readonly origin: () => string;
}): Hono {
  // Cookies do not know ports: another server of this machine may see the cookie, never the token.
  const session = randomBytes(32).toString('base64url');
  const name = `phone-${hash(session).toString('hex').slice(0, 8)}`;
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: { frameAncestors: ["'self'"] },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  );
  app.use(guardLocalServer({ origins: () => [origin()] }));
  app.get('/', (c) => {
    const key = c.req.query('key');
    if (key === undefined) return c.redirect('/on-your-phone', 303);
    if (!isSame(key, token)) return refuse(c);
    setCookie(c, name, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    // A page of this address goes on, not a redirect: after a link in another app, a browser would
    // not send the cookie. What replaces an address keeps it out of the history.
    c.header('cache-control', 'no-store');
    return c.html("<!doctype html><script>location.replace('/on-your-phone')</script>");
  });
  app.use(async (c, next) => {
    const cookie = getCookie(c, name);
    return cookie !== undefined && isSame(cookie, session) ? next() : refuse(c);
  });
  app.all('*', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    if (!mayPass(c.req.method, pathname)) return c.text('Not for phones. 手机不能访问。', 404);
    const body = await bodyOf(c, pathname);
    if (body === null) return c.text('Not for phones. 手机不能访问。', 403);
    return await passOn(c, `${workbench}${pathname}${search}`, body);
  });
  app.onError((_error, c) => c.text('The workbench does not answer. 工作台没有应答。', 502));
  return app;
}

/** '' for none; null for one that may not pass. */
async function bodyOf(c: Context, pathname: string): Promise<string | null> {
  if (c.req.method !== 'POST') return '';
  const body = await c.req.text();
  return pathname.startsWith('/simulator/gate/') ? toExchange(body) : body;
}

/** As the workbench's own page would ask: nothing that the phone says of itself reaches it. */
async function passOn(c: Context, url: string, body: string): Promise<Response> {
  const answer = await fetch(url, {
    method: c.req.method,
    headers: pick((header) => c.req.header(header), asked),
    body: body === '' ? null : body,
    redirect: 'manual',
    signal: c.req.raw.signal,
  });
  const headers = pick((header) => answer.headers.get(header) ?? undefined, carried);
  return new Response(answer.body === null ? null : untilItEnds(answer.body), {
    status: answer.status,
    headers,
  });
}

/** Event streams break off when the workbench ends or shows another brand: nothing to report. */
function untilItEnds(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const piece = await reader.read().catch(() => null);
      if (piece?.value === undefined) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: () => reader.cancel().catch(() => undefined),
  });
}

function pick(
  read: (header: string) => string | undefined,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((header) => {
      const value = read(header);
      return value === undefined ? [] : [[header, value]];
    }),
  );
}

function refuse(c: Context): Response {
  return c.text(
    'Scan the QR code of the workbench, from the command that runs now.\n请扫描工作台当前显示的二维码。\n',
    403,
  );
}

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(hash(given), hash(wanted));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function listen(app: Hono, hostname: string, port: number): Promise<ServerType> {
  const server = serve({ fetch: app.fetch, hostname, port });
  await once(server, 'listening');
  return server;
}

async function end(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // Phones hold an event stream open.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
