import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import {
  type AutomatorOptions,
  type AutomatorServer,
  openPhone,
  type Phone,
  type Simulator,
  startAutomator,
  startSimulator,
} from '@mini-login/simulator';
import automator from 'miniprogram-automator';
import WebSocket from 'ws';
import { METHODS } from '../../../../scripts/simulator/node/automator/methods/all';
import { type FixtureEnvironment, startFixtureEnvironment } from '../../fixtures/cloud';

/** The number that the server gives the official client. */
const official = 1;

export type OfficialMini = Awaited<ReturnType<typeof automator.connect>>;

/** One phone with the fixture program, and its automator, for a test file. */
export interface AutomatorSuite {
  readonly phone: Phone;
  readonly wsEndpoint: string;
  /** The official client, connected once. */
  readonly mini: OfficialMini;
  /** The same protocol without the client's pauses. */
  readonly wire: Wire;
  /** Methods that have given the official client a result so far. */
  readonly worked: ReadonlySet<string>;
  /** Events that any client was told. */
  readonly told: ReadonlySet<string>;
  server(options?: Partial<AutomatorOptions>): Promise<AutomatorServer>;
}

export function useAutomator(
  project = join(import.meta.dirname, '../../fixtures/automator'),
): AutomatorSuite {
  let started: Started | undefined;
  const servers: AutomatorServer[] = [];
  const wires: Wire[] = [];
  const asked = new Map<string, string>();
  const worked = new Set<string>();
  const told = new Set<string>();
  const there = (): Started => {
    if (!started) throw new Error('only inside a test');
    return started;
  };

  beforeAll(async () => {
    const environment = await startFixtureEnvironment();
    const simulator = await startSimulator({
      project,
      cloud: `${environment.url}/cloud`,
      requestDomains: [],
      hosts: {},
    });
    const phone = await openPhone({ simulator });
    await phone.launch();
    const server = await startAutomator({
      phone,
      onFrame({ from, client, text }) {
        const { method, id, result } = readObject(text);
        if (typeof method === 'string' && from === 'server') told.add(method);
        if (client !== official || typeof id !== 'string') return;
        if (typeof method === 'string') asked.set(id, method);
        else if (result !== undefined) worked.add(asked.get(id) ?? '');
      },
    });
    const { wsEndpoint } = server;
    // The first to come.
    const mini = await automator.connect({ wsEndpoint });
    const wire = await openWire(wsEndpoint);
    started = { environment, simulator, phone, server, mini, wire };
  });
  afterAll(async () => {
    if (!started) return;
    for (const wire of wires) wire.close();
    started.wire.close();
    started.mini.disconnect();
    for (const server of [...servers, started.server]) await server.close();
    await started.phone.close();
    await started.simulator.close();
    await started.environment.close();
  });

  return {
    get phone() {
      return there().phone;
    },
    get wsEndpoint() {
      return there().server.wsEndpoint;
    },
    get mini() {
      return there().mini;
    },
    get wire() {
      return there().wire;
    },
    worked,
    told,
    async server(options = {}) {
      const server = await startAutomator({ phone: there().phone, ...options });
      servers.push(server);
      return server;
    },
  };
}

interface Started {
  readonly environment: FixtureEnvironment;
  readonly simulator: Simulator;
  readonly phone: Phone;
  readonly server: AutomatorServer;
  readonly mini: OfficialMini;
  readonly wire: Wire;
}

/** All methods of these domains that have not worked for the official client. */
export function missing(worked: ReadonlySet<string>, ...domains: string[]): string[] {
  return [...METHODS.keys()].filter(
    (name) => domains.includes(name.split('.')[0] ?? '') && !worked.has(name),
  );
}

export interface RawAnswer {
  readonly id?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A client that says exactly what it is told to. */
export interface Wire {
  /** The whole answer. */
  ask(method: string, params?: unknown): Promise<RawAnswer>;
  /** Its `result`; rejects with the error's message. */
  result(method: string, params?: object): Promise<Record<string, unknown>>;
  sendText(text: string | Buffer): void;
  /** The next message that has no id we asked with. */
  next(): Promise<Record<string, unknown>>;
  readonly closed: Promise<void>;
  close(): void;
  terminate(): void;
}

export async function openWire(wsEndpoint: string): Promise<Wire> {
  const socket = new WebSocket(wsEndpoint);
  const pending = new Map<string, (answer: RawAnswer) => void>();
  const others: Record<string, unknown>[] = [];
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  socket.on('message', (data) => {
    const message = readObject(String(data));
    const answered = typeof message.id === 'string' ? pending.get(message.id) : undefined;
    if (answered) answered(message as RawAnswer);
    else {
      const next = waiting.shift();
      if (next) next(message);
      else others.push(message);
    }
  });
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  let last = 0;
  const ask: Wire['ask'] = (method, params = {}) => {
    last += 1;
    const id = `wire-${last}`;
    return new Promise((resolve) => {
      pending.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  return {
    ask,
    async result(method, params) {
      const { result, error } = await ask(method, params);
      if (error) throw new Error(error.message);
      return Object(result);
    },
    sendText: (text) => socket.send(text),
    next: () => {
      const message = others.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
    },
    closed,
    close: () => socket.close(),
    terminate: () => socket.terminate(),
  };
}

function readObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
