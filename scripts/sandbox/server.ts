import { networkInterfaces } from 'node:os';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { FAULT_HEADER, type Fault, faultOfHeader } from './contract/fault';
import type { Faults } from './faults/faults';
import { meet } from './faults/meet';
import type { SkewedClock } from './faults/skew';
import type { Env, Refusals } from './http';
import type { Journal } from './journal';
import type { Store } from './store/store';

const MAX_BODY_BYTES = 1024 * 1024;
/** A code travels in a query to WeChat: as long as a body may be, percent-encoded. */
const MAX_HEADER_BYTES = 4 * MAX_BODY_BYTES;

export interface Server {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  readonly url: string;
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
  /** What is served beside the double, without journal and faults. */
  readonly beside?: Hono<Env>;
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
}

/** Serves `routes`, with the journal around the faults around the routes. */
export async function startServer(routes: Hono<Env>, options: ServerOptions): Promise<Server> {
  const { host, port } = options;
  const app = createApp(routes, options);
  const serverOptions = { maxHeaderSize: MAX_HEADER_BYTES };
  const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error(`the ${options.name} double got no port`);
  return {
    url: `http://${nameOf(host)}:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** As others write it in a URL. A server that listens everywhere goes by this machine's address. */
function nameOf(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return (
    addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
  );
}

function createApp(
  routes: Hono<Env>,
  { name, refusals, store, source, beside, ...options }: ServerOptions,
): Hono<Env> {
  const app = new Hono<Env>();
  if (beside) app.route('/', beside);
  // Web apps call GenAuth from pages of their own; a native app knows no CORS.
  const crossOrigin = cors({ origin: (origin) => origin, exposeHeaders: ['www-authenticate'] });
  app.use((c, next) => (c.req.header('origin') === undefined ? next() : crossOrigin(c, next)));
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
}: Omit<ServerOptions, 'source' | 'host' | 'port'>) {
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
    const met = takeFault(c, faults, refusals);
    let answered = true;
    if (met instanceof Response) c.res = met;
    else if (met) {
      c.set('fault', met);
      const response = await meet(met, c, { clock, refuse: refusals.fault, proceed: next });
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
      ...(met && !(met instanceof Response) ? { fault: met.kind } : {}),
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
