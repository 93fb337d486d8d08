import { setTimeout as pause } from 'node:timers/promises';

/** How often to look; ms of real time. */
const interval = 15;

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
  const until = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (Date.now() >= until) throw new Error(`waited ${timeout} ms for ${what} in vain`);
    await pause(interval);
  }
}
