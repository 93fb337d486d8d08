import type { Server as HttpServer } from 'node:http';
import type { Server as NetServer } from 'node:net';
import { networkInterfaces } from 'node:os';

/** A code travels in a query to WeChat: as long as a body may be, percent-encoded. */
export const MAX_HEADER_BYTES = 4 * 1024 * 1024;

export interface Address {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** What listens there, for messages. */
  readonly what: string;
  /** The option that changes the port. */
  readonly flag: string;
}

/** @throws an `Error` that says what to do, when nobody can listen there. */
export async function listen(
  server: NetServer | HttpServer,
  { host, port, what, flag }: Address,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(explain(error, { host, port, what, flag }), { cause: error })),
    );
    server.listen(port, host);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`${what} got no port`);
  return {
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Whether a server there is reached by every address of this machine. */
function listensEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** As others write it in a URL. A server that listens everywhere goes by this machine's address. */
export function nameOf(host: string): string {
  if (!listensEverywhere(host)) return host.includes(':') ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return (
    addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
  );
}

function explain({ code, message }: NodeJS.ErrnoException, address: Address): string {
  const { host, port, what, flag } = address;
  switch (code) {
    case 'EADDRINUSE':
      return (
        `Port ${port} of ${host} is in use (EADDRINUSE), so ${what} can't listen there. ` +
        `End the program that has it (lsof -i :${port} names it), or choose another port: ` +
        `${flag} <number>, where 0 takes a free one.`
      );
    case 'EACCES':
      return `Only an administrator may listen on port ${port} (EACCES). Choose one above 1023: ${flag} <number>.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine (${code}). Choose another with --host; 127.0.0.1 always is.`;
    default:
      return `${what} can't listen on ${host}:${port}: ${message}`;
  }
}
