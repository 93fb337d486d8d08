import { setTimeout as pause } from 'node:timers/promises';

/**
 * How long to pause before looking again; ms of real time. At first often; what takes long is looked
 * for less often, so that waiting does not take the processor from what is waited for.
 */
const pauseAfter = (waited: number) => Math.min(15 + waited / 10, 150);

/**
 * How long to wait for what a person would wait for; ms of real time. `SIMULATOR_PATIENCE` (ms) in
 * the environment lengthens it: on a machine that is busy with other work, where what is healthy
 * takes long too, a test sets it to what only something that hangs needs.
 */
export function patience(): number {
  return Number(process.env.SIMULATOR_PATIENCE) || 5_000;
}

/** Looks until there is something; the error says what never came. */
export async function waiting<T>(
  what: string,
  look: () => Promise<T | null | false>,
  timeout = patience(),
): Promise<T> {
  const startedAt = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    const waited = performance.now() - startedAt;
    if (waited >= timeout) throw new Error(`waited ${timeout} ms for ${what}: it did not come`);
    await pause(Math.min(pauseAfter(waited), timeout - waited));
  }
}
