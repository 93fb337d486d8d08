import { hostname } from 'node:os';
import { bootId, isAlive, startOf } from '@mini-login/platform/processes';
import { z } from 'zod';

/**
 * Which process sends. A number alone is given again: after a restart, and in every new container
 * that finds the record in a cache.
 */
export const sender = z.object({
  host: z.string(),
  pid: z.number(),
  /** Of this start of the machine; null where the system has no such name. */
  boot: z.string().nullable(),
  /** When the process began, in the system's own words; null: not known. */
  startedAt: z.string().nullable(),
  /** ms since 1970: by then it has ended, whatever happened to it. */
  until: z.number(),
});

export type Sender = z.infer<typeof sender>;

/** What is known of this machine and its processes now. */
export interface Machine {
  readonly host: string;
  readonly boot: string | null;
  /** ms since 1970. */
  readonly now: number;
  /** Null: there is no such process. `startedAt` null: it is there, and its beginning is not known. */
  process(pid: number): { readonly startedAt: string | null } | null;
}

/** Whether it can still be sending. On another machine only its deadline says. */
export function isSending(one: Sender, machine: Machine): boolean {
  if (machine.now >= one.until) return false;
  if (one.host !== machine.host) return true;
  if (one.boot !== machine.boot) return false;
  const found = machine.process(one.pid);
  if (found === null) return false;
  return one.startedAt === null || found.startedAt === null || one.startedAt === found.startedAt;
}

/** @param limit ms until it has ended. */
export function thisProcess(limit: number): Sender {
  const { host, boot, now } = thisMachine();
  const { pid } = process;
  return { host, pid, boot, startedAt: startOf(pid), until: now + limit };
}

export function thisMachine(): Machine {
  return {
    host: hostname(),
    boot: bootId(),
    now: Date.now(),
    process: (pid) => (isAlive(pid) ? { startedAt: startOf(pid) } : null),
  };
}
