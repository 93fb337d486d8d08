import type { Person } from '../contract/phone';
import type { CompiledProgram } from '../contract/program';

/** What the phone page asks of the Node side; same origin. Types of the answers are the contract's (`server/` answers them). */
export interface ServerClient {
  config(): Promise<PhoneConfig>;
  program(): Promise<CompiledProgram>;
  /** WeChat's cloud, through the server: `login`, `phone-number`. Rejects when the cloud can't be reached. */
  cloud(service: 'login' | 'phone-number', body: { appid: string; person: string }): Promise<Record<string, unknown>>;
  people(): Promise<readonly Person[]>;
  privacy(appid: string): Promise<{ needAuthorization: boolean; privacyContractName: string }>;
  /** The network gate. */
  request(exchange: GateRequest, signal: AbortSignal): Promise<GateAnswer>;
  /** Other clocks of this world follow. */
  advanced(ms: number): Promise<void>;
  /** `program`: the sources changed and were compiled again. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

export interface PhoneConfig {
  readonly apiNames: readonly string[];
  /** As WeChat shows it on the splash and on its sheets. */
  readonly programName: string;
  /** A data URL or a path on this server; '' for none. */
  readonly programIcon: string;
}

export interface GateRequest {
  readonly url: string;
  readonly method: string;
  readonly header: Readonly<Record<string, string>>;
  /** base64 of the bytes. */
  readonly body: string | null;
  readonly redirect: 'follow' | 'manual';
}

export type GateAnswer =
  | {
      readonly statusCode: number;
      readonly header: Readonly<Record<string, string>>;
      readonly cookies: readonly string[];
      /** base64 of the bytes. */
      readonly body: string;
    }
  /** `hint` is for the developer: what to declare, where. */
  | { readonly errMsg: string; readonly errno: number; readonly hint?: string };

export function createServerClient(): ServerClient {
  return {
    config: () => get('/simulator/config'),
    program: () => get('/simulator/program'),
    cloud: (service, body) => post(`/simulator/cloud/client/${service}`, body),
    people: () => get('/simulator/cloud/client/people'),
    privacy: (appid) => get(`/simulator/cloud/client/privacy?appid=${encodeURIComponent(appid)}`),
    request: (exchange, signal) => post('/simulator/gate', exchange, signal),
    advanced: async (ms) => {
      await post('/simulator/clock', { ms });
    },
    onChange(listener) {
      const events = new EventSource('/simulator/events');
      events.addEventListener('program', listener);
      return () => events.close();
    },
  };
}

async function get<T>(path: string): Promise<T> {
  return read(await fetch(path), path);
}

async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  return read(response, path);
}

/** The server is this package's own: its answers are typed by the contract and not parsed again. */
async function read<T>(response: Response, path: string): Promise<T> {
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return await response.json();
}
