import type { Server } from 'node:https';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Node has no way from a TLS connection to the one below it. */
const below = new WeakMap<TLSSocket, Socket>();

/** Lets `rawSocketOf` find the connections of this server. */
export function trackRawSockets(server: Server): void {
  const waiting = new Map<string, Socket>();
  server.on('connection', (raw: unknown) => {
    if (!(raw instanceof Socket)) return;
    const key = keyOf(raw);
    waiting.set(key, raw);
    raw.once('close', () => {
      if (waiting.get(key) === raw) waiting.delete(key);
    });
  });
  server.on('secureConnection', (socket) => {
    const key = keyOf(socket);
    const raw = waiting.get(key);
    if (raw !== undefined) below.set(socket, raw);
    waiting.delete(key);
  });
}

/** The TCP connection: what can be reset, and what carries bytes that nobody encrypts. */
export function rawSocketOf(socket: Socket): Socket {
  return (socket instanceof TLSSocket ? below.get(socket) : undefined) ?? socket;
}

function keyOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
