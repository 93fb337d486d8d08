import type { Context, MiddlewareHandler, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const MAX_BODY_BYTES = 1024 * 1024;

export interface GuardOptions {
  /**
   * Where this server is reached, as `http://127.0.0.1:5180`; asked at each request, as a port may
   * be known late. For an address of this machine all its names count: `localhost`, `127.0.0.1`,
   * `[::1]`.
   */
  origins(): readonly string[];
  /**
   * Paths whose bodies are others' business: what is passed on to another server. Default: none.
   */
  passesOn?(path: string): boolean;
}

/**
 * Keeps a server that can do things on this machine for its owner: every web page that they have
 * open can send requests to it, and a page whose name leads to 127.0.0.1 can read the answers too.
 *
 * Refuses, as `{error}`: 403 a `Host` that isn't ours, and what another site's page sends; 415 a
 * body that is not JSON (a page can send others without asking first); 413 a body above 1 MB.
 */
export function guardLocalServer({
  origins,
  passesOn = () => false,
}: GuardOptions): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) =>
      c.json({ error: `the body is larger than ${MAX_BODY_BYTES} bytes` }, 413, {
        connection: 'close',
      }),
  });
  return async (c: Context, next: Next) => {
    const own = new Set(origins().flatMap(namesOf));
    const host = c.req.header('host') ?? '';
    if (![...own].some((origin) => new URL(origin).host === hostOf(host))) {
      return c.json({ error: `${host} is not this server; it is ${origins().join(' or ')}` }, 403);
    }
    const origin = c.req.header('origin');
    if (origin !== undefined && !own.has(origin))
      return c.json({ error: `pages of ${origin} may not do this` }, 403);
    const site = c.req.header('sec-fetch-site') ?? 'none';
    if (site !== 'same-origin' && site !== 'none' && !isVisit(c)) {
      return c.json({ error: 'pages of other sites may not do this' }, 403);
    }
    if (
      hasBody(c) &&
      !passesOn(c.req.path) &&
      !/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')
    ) {
      return c.json({ error: 'the content-type must be application/json' }, 415);
    }
    return limit(c, next);
  };
}

/**
 * Somebody follows a link, or types the address: the page that opens is ours, and no other page can
 * read it.
 */
function isVisit(c: Context): boolean {
  return (
    c.req.method === 'GET' &&
    c.req.header('sec-fetch-mode') === 'navigate' &&
    c.req.header('sec-fetch-dest') === 'document'
  );
}

function hasBody(c: Context): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return false;
  return (
    c.req.header('transfer-encoding') !== undefined ||
    Number(c.req.header('content-length') ?? 0) > 0
  );
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function namesOf(origin: string): readonly string[] {
  const { protocol, hostname, port } = new URL(origin);
  const names = LOOPBACK.includes(hostname) ? LOOPBACK : [hostname];
  return names.map((name) => new URL(`${protocol}//${name}:${port}`).origin);
}

/** Without the port that goes without saying. */
function hostOf(header: string): string | undefined {
  return URL.canParse(`http://${header}`) ? new URL(`http://${header}`).host : undefined;
}
