import { setTimeout as pause } from 'node:timers/promises';
import { Final, Stopped } from './final';
import { runWatcher } from './run-watcher';

/**
 * How long a test waits for what a person would wait for; ms of real time. `SIMULATOR_PATIENCE` in
 * the environment lengthens it, for a machine that is busy with other work.
 */
export function defaultTimeout(): number {
  return Number(process.env.SIMULATOR_PATIENCE) || 5_000;
}

/**
 * Tries until it does not throw. At first often; what takes long is tried less often, so that waiting
 * does not take the processor from what is waited for.
 *
 * @throws What the last try threw, or a `Final` at once; `Stopped` in place of the next try.
 */
export async function retry<T>(timeout: number, attempt: () => Promise<T>): Promise<T> {
  const start = performance.now();
  // Of now: what tears down is not stopped by what has stopped its test.
  const stop = runWatcher()?.stop();
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const waited = performance.now() - start;
      if (error instanceof Final || waited >= timeout) throw error;
      if (stop?.aborted) throw new Stopped('stopped', { cause: error });
      await pause(Math.min(15 + waited / 10, 150, timeout - waited));
    }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
