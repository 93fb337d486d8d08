import { thereAre } from '@mini-login/platform/lists';
import { z } from 'zod';
import { suggest } from '../../contract/nearest';
import type { Phone } from '../api/types';

/** What a method may use besides its parameters. */
export interface Call {
  readonly phone: Phone;
  /** Of this client alone. */
  readonly client: AutomatorClient;
  /** Shared by all clients. */
  readonly server: ServerState;
}

/**
 * The fourth of the protocol, `Tool.onRemoteDebugConnected`, never comes: there is no remote phone.
 */
export type EventName = 'App.logAdded' | 'App.exceptionThrown' | 'App.bindingCalled';

export interface AutomatorClient {
  emit(event: EventName, params: Record<string, unknown>): void;
  /** From now on it gets the console; false: it did already. */
  enableLog(): boolean;
}

export interface ServerState {
  /** Where it listens. */
  readonly wsEndpoint: string;
  /** Attribute selectors, which WeChat does not promise. */
  readonly lenient: boolean;
  /** What DevTools keeps as its login. */
  ticket: string;
  /** All clients go, and whoever started the server is told; after the answer is on its way. */
  close(): void;
}

/** The phone may still be starting. */
export type Method = (
  params: unknown,
  call: Omit<Call, 'phone'> & { readonly phone: Promise<Phone> },
) => Promise<unknown>;

/** A thin dispatcher: what the parameters must be, and the call that they become. */
export function method<S extends z.ZodType>(
  schema: S,
  run: (params: z.output<S>, call: Call) => Promise<unknown> | unknown,
): Method {
  return async (params, call) => {
    const read = readGiven(schema, params);
    return (await run(read, { ...call, phone: await call.phone })) ?? {};
  };
}

/** One that needs no phone, and so does not wait for it. */
export function serverMethod<S extends z.ZodType>(
  schema: S,
  run: (params: z.output<S>, server: ServerState) => unknown,
): Method {
  return async (params, { server }) => run(readGiven(schema, params), server) ?? {};
}

/** @throws In one line: each key, what is wrong with it, and what is allowed. */
export function readGiven<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given ?? {});
  if (!parsed.success) throw new Error(`wrong parameters: ${wordsOf(parsed.error)}`);
  return parsed.data;
}

function wordsOf({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => `${path.length === 0 ? 'params' : path.join('.')}: ${message}`)
    .join('; ');
}

/** An object of these keys and no others; another one's error names those that there are. */
export function strict<S extends z.core.$ZodLooseShape>(shape: S) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .map((key) => `there is no "${key}"${suggest(key, names)}; ${thereAre(names)}`)
            .join('; ')
        : undefined,
  });
}

/** The official client says undefined as null. */
export function maybe<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform((value) => value ?? undefined);
}

export const none = z.object({});
export const pageId = z.number();
export const args = z.array(z.unknown()).default([]);
export const data = z.record(z.string(), z.unknown());
export const names = z.array(z.string());
