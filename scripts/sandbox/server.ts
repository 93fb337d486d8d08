import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Env, Refusals } from './base/http';
import type { Journal } from './base/journal';
import { FAULT_HEADER, type Fault, faultOfHeader } from './contract/fault';
import { applyFault } from './faults/apply';
import type { Faults } from './faults/faults';
import type { SkewedClock } from './faults/skew';
import { listen, MAX_HEADER_BYTES, nameOf } from './listen';
import type { Store } from './store/store';
import type { Authority } from './tls/authority';
import { trackRawSockets } from './tls/raw-sockets';

const MAX_BODY_BYTES = 1024 * 1024;
export interface Server {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  readonly url: string;
  /** Plain HTTP, for the other double. */
  readonly internalUrl: string;
  /** For a server of another kind in front of the same double. */
  readonly listener: RequestListener;
  /** Ends open connections too: a fault may hold some for ever. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly name: string;
  readonly clock: SkewedClock;
  readonly store: Store;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly refusals: Refusals;
  /** Where a developer adds an endpoint that is missing. */
  readonly source: string;
  /** The paths that web pages of any origin may call and read. */
  pagesMayRead(path: string): boolean;
  /** What is served next to the double, without journal and faults. */
  readonly extra?: Hono<Env>;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** The option of the command that changes it. */
  readonly flag: string;
  /** Speaks TLS, under these names and those of this machine. */
  readonly tls?: { readonly authority: Authority; readonly names: readonly string[] } | undefined;
}

/**
 * As long as gateways usually have it. Node's own 5 s end just when a client on a busy machine uses
 * its connection again.
 */
const KEEP_ALIVE_MS = 75_000;

/** Serves `routes`, with the journal around the faults around the routes. */
export async function startServer(routes: Hono<Env>, options: ServerOptions): Promise<Server> {
  const { host, port, name, flag, tls } = options;
  const listener = getRequestListener(createApp(routes, options).fetch);
  const limits = { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_MS };
  const address = { host, port, what: `the ${name} double`, flag };
  if (!tls) {
    const server = await listen(createServer(limits, listener), address);
    const url = `http://${nameOf(host)}:${server.port}`;
    return { url, internalUrl: url, listener, close: server.close };
  }
  const names = new Set(['localhost', '127.0.0.1', '::1', nameOf(host), ...tls.names]);
  const bare = [...names].map((each) => each.replace(/^\[(.*)\]$/, '$1'));
  const certificate = await tls.authority.issue([...new Set(bare)]);
  const secure = createSecureServer({ ...limits, ...certificate }, listener);
  trackRawSockets(secure);
  const server = await listen(secure, address);
  // GenAuth's calls to WeChat stay inside of this process, where nobody needs a certificate.
  const inside = await listen(createServer(limits, listener), {
    ...address,
    host: '127.0.0.1',
    port: 0,
  });
  return {
    url: `https://${nameOf(host)}:${server.port}`,
    internalUrl: `http://127.0.0.1:${inside.port}`,
    listener,
    async close() {
      await Promise.all([server.close(), inside.close()]);
    },
  };
}

function createApp(
  routes: Hono<Env>,
  { name, refusals, store, source, extra, pagesMayRead, ...options }: ServerOptions,
): Hono<Env> {
  const app = new Hono<Env>();
  if (extra) app.route('/', extra);
  const crossOrigin = cors({ origin: (origin) => origin, exposeHeaders: ['www-authenticate'] });
  app.use((c, next) =>
    c.req.header('origin') !== undefined && pagesMayRead(c.req.path)
      ? crossOrigin(c, next)
      : next(),
  );
  app.use(async (c, next) => {
    await next();
    // Tokens and codes are in nearly all answers.
    // https://www.rfc-editor.org/rfc/rfc6749#section-5.1
    c.res.headers.set('cache-control', 'no-store');
  });
  const tooLarge = (c: Context<Env>) => {
    const refusal = refusals.http(c, 413, `the body is larger than ${MAX_BODY_BYTES} bytes`);
    // The rest of the body is not read, so nothing else can come on this connection.
    refusal.headers.set('connection', 'close');
    return refusal;
  };
  const limit = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge });
  app.use(async (c, next) => {
    const length = Number(c.req.header('content-length'));
    if (length > MAX_BODY_BYTES) return tooLarge(c);
    // Hono's own limit makes a stream of every body; it is for those whose length is not known.
    return c.req.header('transfer-encoding') === undefined ? next() : limit(c, next);
  });
  app.use(record({ ...options, name, refusals, store }));
  app.route('/', routes);
  app.notFound((c) => {
    const allow = METHODS.filter((method) => answers(routes, method, c.req.path));
    if (allow.length === 0)
      return refusals.http(c, 404, `the ${name} double has no ${c.req.path}; add it in ${source}`);
    const refusal = refusals.http(c, 405, `${c.req.path} takes ${allow.join(' and ')}`);
    refusal.headers.set('allow', allow.join(', '));
    return refusal;
  });
  app.onError((error, c) => refusals.http(c, 500, `the ${name} double broke: ${error.message}`));
  return app;
}

function record({
  name,
  clock,
  journal,
  faults,
  refusals,
  store,
}: Omit<ServerOptions, 'source' | 'host' | 'port' | 'flag' | 'tls' | 'pagesMayRead'>) {
  return async (c: Context<Env>, next: () => Promise<void>) => {
    const at = clock.now();
    const exchange = {
      server: name,
      at,
      method: c.req.method,
      path: c.req.path,
      query: c.req.query(),
      headers: c.req.header(),
    };
    const body = await readBody(c);
    if (body === ABORTED) {
      c.res = refusals.http(c, 400, 'the body ended too early');
      return journal.add({ ...exchange, body: undefined, status: 0, answer: undefined });
    }
    const fault = takeFault(c, faults, refusals);
    let answered = true;
    if (fault instanceof Response) c.res = fault;
    else if (fault) {
      c.set('fault', fault);
      const response = await applyFault(fault, c, { clock, refuse: refusals.fault, proceed: next });
      // Hono copies a response that it is given; this one is known by its identity.
      answered = response !== RESPONSE_ALREADY_SENT;
      c.res = response;
    } else await next();
    await store.settled();
    journal.add({
      ...exchange,
      body,
      status: answered ? c.res.status : 0,
      answer: answered
        ? parse(await readAnswer(c), c.res.headers.get('content-type') ?? '')
        : undefined,
      ...(fault && !(fault instanceof Response) ? { fault: fault.kind } : {}),
    });
  };
}

/** The fault that the request asks for itself, or that is in store for it. */
function takeFault(
  c: Context<Env>,
  faults: Faults,
  refusals: Refusals,
): Fault | Response | undefined {
  const asked = c.req.header(FAULT_HEADER);
  if (asked === undefined) return faults.take(c.req.path);
  try {
    const fault = faultOfHeader(asked);
    if (!refusals.foreignFaults.includes(fault.kind)) return fault;
  } catch {
    // Said below.
  }
  return refusals.http(c, 400, `${FAULT_HEADER} names no fault of this server: ${asked}`);
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

/** Whether the double has an endpoint there. */
function answers(routes: Hono<Env>, method: string, path: string): boolean {
  return routes.router.match(method, path)[0].length > 0;
}

export function knowsPath(routes: Hono<Env>, path: string): boolean {
  return METHODS.some((method) => answers(routes, method, path));
}

/**
 * Puts an answer of plain text in the place of the one that is read, which is cheaper than a copy
 * of the stream.
 */
async function readAnswer(c: Context<Env>): Promise<string> {
  const { status, headers } = c.res;
  const text = await c.res.text();
  // Hono would merge the two, and make a stream of the text.
  c.res = undefined;
  c.res = new Response(text === '' ? null : text, { status, headers });
  return text;
}

const ABORTED = Symbol('aborted');

/** Hono keeps the text, so a route can read the body again. */
async function readBody(c: Context<Env>): Promise<unknown> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined;
  try {
    const text = await c.req.text();
    return text === '' ? undefined : parse(text, c.req.header('content-type') ?? '');
  } catch {
    return ABORTED;
  }
}

function parse(text: string, contentType: string): unknown {
  const type = contentType.toLowerCase();
  if (type.includes('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  if (!type.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
