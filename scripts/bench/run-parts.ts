import { secondsSince } from '../setup/say.mjs';
import type { Numbers } from './numbers';

/** A part of the numbers that is measured on its own. */
export interface Part {
  readonly name: string;
  measure(): Promise<Numbers>;
}

export interface Measured {
  readonly numbers: Numbers;
  /** The parts that could not be measured. */
  readonly failed: readonly string[];
}

/**
 * Measures one part after the other. A part that fails costs that part: the rest of what took
 * minutes is kept.
 *
 * @param say For progress, and for what went wrong.
 */
export async function runParts(
  parts: readonly Part[],
  say: (text: string) => void,
): Promise<Measured> {
  const numbers: Record<string, number> = {};
  const failed: string[] = [];
  for (const { name, measure } of parts) {
    say(`measuring ${name}...`);
    const startedAt = performance.now();
    try {
      Object.assign(numbers, await measure());
      say(` ${secondsSince(startedAt)}\n`);
    } catch (error) {
      failed.push(name);
      say(` failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
  }
  return { numbers, failed };
}
