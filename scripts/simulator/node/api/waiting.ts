import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait for what a person would wait for, and how often to look; ms of real time. */
const patience = 5_000;
const interval = 15;

/** Looks until there is something; the error says what never came. */
export async function waiting<T>(
  what: string,
  look: () => Promise<T | null | false>,
  timeout = patience,
): Promise<T> {
  const until = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (Date.now() >= until) throw new Error(`waited ${timeout} ms for ${what} in vain`);
    await pause(interval);
  }
}
