import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import type { Phone } from '../api/types';
import type { ServerState } from './method';
import { AutomatorSession, type Frame } from './session';

export interface AutomatorOptions {
  /**
   * Every request waits for it; when it fails, its message is the answer to all. Give one whose
   * first page is ready.
   */
  readonly phone: Phone | Promise<Phone>;
  /** 0 (default): any free port. */
  readonly port?: number;
  /** Attribute selectors too, which WeChat does not promise. */
  readonly lenient?: boolean;
  /** A client asked for the end (`miniProgram.close()`), and has its answer. */
  readonly onClose?: () => void;
  /** How many clients there are now. */
  readonly onClients?: (count: number) => void;
  /** Every message, both ways. */
  readonly onFrame?: (frame: Frame) => void;
}

export interface AutomatorServer {
  /** For `automator.connect({wsEndpoint})`. */
  readonly wsEndpoint: string;
  /** The phone stays: it belongs to whoever gave it. */
  close(): Promise<void>;
}

/** More than any message has; a stray stream must not fill the memory. Bytes. */
const longestMessage = 32 * 1024 * 1024;

/**
 * miniprogram-automator's protocol on 127.0.0.1, for any number of clients.
 *
 * @throws When the port is taken.
 */
export async function startAutomator(options: AutomatorOptions): Promise<AutomatorServer> {
  const { port = 0, lenient = false, onClose, onClients, onFrame = () => undefined } = options;
  const phone = Promise.resolve(options.phone);
  // Said to each client that asks; nobody may be there yet.
  phone.catch(() => undefined);
  const server = new WebSocketServer({ host: '127.0.0.1', port, maxPayload: longestMessage });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the automator listens on no port');
  const wsEndpoint = `ws://127.0.0.1:${address.port}`;
  const endClients = () => {
    for (const socket of server.clients) socket.close();
  };
  const state: ServerState = {
    wsEndpoint,
    lenient,
    ticket: '',
    close() {
      // The client takes a socket that closes before the answer for a failure.
      setImmediate(() => {
        endClients();
        onClose?.();
      });
    },
  };
  let clients = 0;
  server.on('connection', (socket) => {
    clients += 1;
    new AutomatorSession(socket, { phone, server: state, number: clients, onFrame });
    onClients?.(server.clients.size);
    socket.on('close', () => onClients?.(server.clients.size));
  });
  return {
    wsEndpoint,
    async close() {
      for (const socket of server.clients) socket.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
