import { getRequestListener, type ServerType, serve } from '@hono/node-server';
import type { HeldPort } from '@mini-login/local-server/hold-port';
import type { Hono } from 'hono';

export interface Listening {
  readonly server: ServerType;
  /** `http://127.0.0.1:49152` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * On 127.0.0.1 alone; 0: any free port.
 *
 * @throws When the port is taken.
 */
export async function listen(app: Hono, port: number | HeldPort): Promise<Listening> {
  if (typeof port !== 'number') {
    const stop = port.answer(getRequestListener(app.fetch));
    return { server: port.server, url: port.url, close: () => Promise.resolve(stop()) };
  }
  const server = await new Promise<ServerType>((resolve, reject) => {
    const made = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => resolve(made));
    made.once('error', reject);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    server,
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        // Pages hold an event stream open, which would never end by itself.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
