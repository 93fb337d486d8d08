import { withChanges } from '../../../contract/changes';
import type { PhoneConfig } from '../../../contract/config';
import type { GateAnswer, GateRequest } from '../../../contract/gate';
import type { Person } from '../../../contract/phone';
import type { CompiledProgram, ProgramChanges } from '../../../contract/program';
import { createGateConnection } from './gate-connection';
import { get, getTagged, ofBuild, post } from './http';

/**
 * What the phone page asks of the Node side; same origin. Types of the answers are the contract's
 * (`server/` answers them).
 */
export interface ServerClient {
  config(): Promise<PhoneConfig>;
  /** `version` is another one whenever the program is. */
  program(): Promise<ProgramVersion>;
  programVersion(): Promise<string>;
  /**
   * WeChat's cloud, through the server: `login`, `phone-number`. Rejects when the cloud can't be
   * reached.
   */
  cloud(
    service: 'login' | 'phone-number',
    body: { appid: string; person: string },
  ): Promise<Record<string, unknown>>;
  people(): Promise<readonly Person[]>;
  privacy(appid: string): Promise<{ needAuthorization: boolean; privacyContractName: string }>;
  /** The network gate. Rejects when the server is gone. */
  request(exchange: GateRequest, signal: AbortSignal): Promise<GateAnswer>;
  /** Other clocks of this environment follow. */
  advanced(ms: number): Promise<void>;
  /** The sources changed and were compiled again. */
  onChange(listener: () => void): void;
}

interface ProgramVersion {
  readonly program: CompiledProgram;
  readonly version: string;
}

export function createServerClient(): ServerClient {
  let kept: ProgramVersion | null = null;
  const connection = createGateConnection(newName());
  return {
    config: () => get(ofBuild('/simulator/config')),
    async program() {
      kept = (kept && (await later(kept))) ?? (await whole());
      return kept;
    },
    programVersion: async () =>
      (await get<{ version: string }>('/simulator/program/version')).version,
    cloud: (service, body) => post(`/simulator/cloud/client/${service}`, body),
    people: () => get('/simulator/cloud/client/people'),
    privacy: (appid) => get(`/simulator/cloud/client/privacy?appid=${encodeURIComponent(appid)}`),
    request: (exchange, signal) => connection.request(exchange, signal),
    advanced: async (ms) => {
      await post('/simulator/clock', { ms });
    },
    onChange: (listener) => connection.onChange(listener),
  };
}

/** A page that came by http from another machine has no `crypto.randomUUID`. */
function newName(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** The browser asks whether it is still the one that it has, and has it sent only if not. */
async function whole(): Promise<ProgramVersion> {
  const { value, etag } = await getTagged<CompiledProgram>('/simulator/program');
  return { program: value, version: etag };
}

/** Null: the server does not know any more what this phone has. */
async function later(kept: ProgramVersion): Promise<ProgramVersion | null> {
  const since = encodeURIComponent(kept.version);
  const news = await get<ProgramChanges | null>(`/simulator/program/changes?since=${since}`);
  if (news === null || news.version === kept.version) return news && kept;
  // Typed by the contract: the server made them from two programs.
  const program = withChanges(kept.program, news.changes) as CompiledProgram;
  return { program, version: news.version };
}
