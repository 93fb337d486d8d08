import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { listen, MAX_HEADER_BYTES } from '../listen';
import type { Server } from '../server';
import type { Authority } from './authority';
import { trackRawSockets } from './raw-sockets';

export interface ProxyOptions {
  readonly host: string;
  readonly port: number;
  readonly authority: Authority;
  /** The double that plays this host; undefined: none does. */
  doubleFor(host: string): Server | undefined;
}

/** What a proxied connection is handed to, once it is known which double it wants. */
interface Endpoints {
  readonly plain: HttpServer;
  readonly secure: HttpServer;
}

/**
 * An HTTP proxy that leads a few hosts to the doubles, for clients that can't be given another
 * address: `CONNECT`, and whole URLs in the request line, which some clients send for https too.
 * All other hosts are refused, so it opens no way out of this machine.
 */
export async function startProxy({
  host,
  port,
  authority,
  doubleFor,
}: ProxyOptions): Promise<{ readonly url: string; close(): Promise<void> }> {
  const endpoints = new Map<Server, Endpoints>();
  const endpointsOf = (double: Server) => {
    const known = endpoints.get(double) ?? createEndpoints(double.listener, authority);
    endpoints.set(double, known);
    return known;
  };

  const proxy = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : undefined;
    const double = url && doubleFor(url.hostname);
    if (double && url) {
      request.url = `${url.pathname}${url.search}`;
      double.listener(request, response);
      return;
    }
    response.writeHead(url ? 403 : 400, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(
      url ? refusal(url.hostname) : 'This is a proxy: give it whole URLs, or CONNECT.\n',
    );
  });
  const open = new Set<Duplex>();
  proxy.on('connect', (request, socket: Duplex, head) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    const [, name = '', wanted = ''] = request.url?.match(/^\[?([^\]]+?)\]?:(\d+)$/) ?? [];
    const double = doubleFor(name);
    if (!double) {
      socket.end(`HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain\r\n\r\n${refusal(name)}`);
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    const { plain, secure } = endpointsOf(double);
    (wanted === '80' ? plain : secure).emit('connection', socket);
  });

  const { port: actual, close } = await listen(proxy, {
    host,
    port,
    what: 'the proxy',
    flag: '--proxy',
  });
  return {
    url: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${actual}`,
    async close() {
      for (const socket of open) socket.destroy();
      await close();
    },
  };
}

function createEndpoints(listener: RequestListener, authority: Authority): Endpoints {
  const options = { maxHeaderSize: MAX_HEADER_BYTES };
  const plain = createServer(options, listener);
  const secure = createSecureServer(
    {
      ...options,
      SNICallback: (name, done) => {
        authority.issue([name]).then(
          (certificate) => done(null, createSecureContext(certificate)),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    },
    listener,
  );
  trackRawSockets(secure);
  return { plain, secure };
}

function refusal(host: string): string {
  return `The sandbox plays no ${host}. Take it out of the proxy, for example with NO_PROXY.\n`;
}
