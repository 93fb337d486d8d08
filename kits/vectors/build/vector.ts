import type { VectorDelivery } from './delivery';
import { type Rule, type RuleName, rules } from './rules';

/** What an app makes of one delivery. */
export type Verdict =
  | { readonly ok: true; readonly sub: string }
  /** `pending`: the launch still waits for its true answer. */
  | { readonly ok: false; readonly code: string; readonly pending: boolean };

/** What GenAuth answers: its keys, and `/oidc/me` for each access token. */
export interface Genauth {
  readonly jwks: { readonly keys: readonly object[] };
  readonly userinfo: Readonly<Record<string, { readonly status: number; readonly body: unknown }>>;
}

/** One of `text`, `value`, `absent` and `parts`: README.md says how to read them. */
export type Message =
  | { readonly text: string }
  | { readonly value: null | number | boolean | object }
  | { readonly absent: true }
  | { readonly parts: readonly (string | { readonly repeat: string; readonly times: number })[] };

export type DeliveryVector = Message & {
  readonly at: string;
  readonly by: VectorDelivery['by'];
  /** What GenAuth answers differently, from this delivery on. */
  readonly genauth?: Partial<Genauth>;
  readonly verdict: Verdict;
};

export interface AnswerVector extends Rule {
  readonly name: string;
  readonly launch: {
    readonly contract: 'session' | 'sealed';
    readonly state: string;
    readonly nonce: string;
    readonly at: string;
  };
  /** One after the other. */
  readonly deliveries: readonly DeliveryVector[];
}

const random = (name: string) => encode(name.padEnd(32, '.'));
export const state = random('state of this launch');
export const nonce = random('nonce of this launch');
export const otherState = random('state of another launch');
export const otherNonce = random('nonce of another launch');

function encode(name: string): string {
  return btoa(name).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const launchedAt = '2026-01-15T08:00:00.700Z';
const answeredAt = '2026-01-15T08:00:30.000Z';

export const signedIn: Verdict = { ok: true, sub: 'anna' };
/** The launch waits on. */
export const forged = (code: string): Verdict => ({ ok: false, code, pending: true });
export const refused = (code: string): Verdict => ({ ok: false, code, pending: false });

/** Delivered as Resp, 30 s after the launch; `change` replaces parts. */
export function delivery(
  message: string | Message,
  verdict: Verdict,
  change: Partial<Pick<DeliveryVector, 'at' | 'by' | 'genauth'>> = {},
): DeliveryVector {
  const read: Message = typeof message === 'string' ? { text: message } : message;
  return { at: answeredAt, by: 'WXLaunchMiniProgram.Resp', ...change, ...read, verdict };
}

export function vector(
  name: string,
  rule: RuleName,
  deliveries: readonly DeliveryVector[],
  contract: 'session' | 'sealed' = 'session',
): AnswerVector {
  return {
    name,
    ...rules[rule],
    launch: { contract, state, nonce, at: launchedAt },
    deliveries,
  };
}

const consent = {
  agreements: [{ id: 'terms', version: '2025-11-01' }],
  at: '2026-01-15T08:00:20.000Z',
};

export function okText(parts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ v: 1, state, status: 'ok', consent, ...parts });
}

/** What is sealed for this launch; `change` replaces parts. */
export function contentOf(
  app: string,
  session: unknown,
  change: Readonly<Record<string, unknown>> = {},
) {
  return { v: 1, state, app, at: '2026-01-15T08:00:29.500Z', session, consent, ...change };
}
