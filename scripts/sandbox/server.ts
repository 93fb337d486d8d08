import { type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Clock } from './clock';
import type { Fault, Faults } from './faults';
import type { Journal } from './journal';

export type Env = { Bindings: HttpBindings };

export interface Server {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  readonly url: string;
  /** Ends open connections too: a fault may hold some for ever. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly faults: Faults;
  /** Where a developer adds an endpoint that is missing. */
  readonly source: string;
}

/** Serves `routes` on a free port of 127.0.0.1, with the journal around the faults around the routes. */
export async function startServer(routes: Hono<Env>, options: ServerOptions): Promise<Server> {
  const { name, clock, journal, faults, source } = options;
  const app = new Hono<Env>();
  // The demo app runs in a browser page; a native app knows no CORS.
  app.use(cors({ origin: (origin) => origin }));
  app.use(async (c, next) => {
    const at = clock.now();
    const body = await readBody(c);
    const fault = faults.take(c.req.path);
    if (fault?.kind === 'slow') await clock.wait(fault.ms);
    const met = fault && (await meet(fault, c));
    if (met) c.res = met;
    else await next();
    const answered = c.res !== RESPONSE_ALREADY_SENT;
    journal.add({
      server: name,
      at,
      method: c.req.method,
      path: c.req.path,
      query: c.req.query(),
      headers: c.req.header(),
      body,
      status: answered ? c.res.status : 0,
      answer: answered ? parse(await c.res.clone().text(), c.res.headers.get('content-type') ?? '') : undefined,
    });
  });
  app.route('/', routes);
  app.notFound((c) => {
    const message = `the ${name} double has no ${c.req.method} ${c.req.path}; add it in ${source}`;
    return c.json({ error: message }, 404);
  });

  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`the ${name} double got no port`);
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** The answer of a fault; undefined when the request goes on to its route. */
async function meet(fault: Fault, c: Context<Env>): Promise<Response | undefined> {
  const { socket } = c.env.incoming;
  switch (fault.kind) {
    case 'unreachable':
      socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case 'never':
      await new Promise<void>((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve())));
      return RESPONSE_ALREADY_SENT;
    case 'html':
      return new Response('<!doctype html><title>Gateway</title><h1>Please sign in to the Wi-Fi</h1>', {
        status: fault.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'status':
      return Response.json({ message: 'Internal Server Error' }, { status: fault.status });
    case 'answer':
      return Response.json(fault.body);
    case 'slow':
      return undefined;
  }
}

/** Hono keeps the text, so a route can read the body again. */
async function readBody(c: Context<Env>): Promise<unknown> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return undefined;
  const text = await c.req.text();
  return text === '' ? undefined : parse(text, c.req.header('content-type') ?? '');
}

function parse(text: string, contentType: string): unknown {
  if (contentType.includes('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  if (!contentType.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
