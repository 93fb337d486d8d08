import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { differences, type GoldenJson } from '../../scripts/probe/genauth/golden';

export { fill, type GoldenExchange, type GoldenJson } from '../../scripts/probe/genauth/golden';

/** One message of `golden/`, as it stands in the file; the test names the shape that it reads. */
export function golden<T>(name: string): T {
  const message: T = JSON.parse(
    readFileSync(join(import.meta.dirname, 'golden', `${name}.json`), 'utf8'),
  );
  return message;
}

/**
 * Holds a message to a golden one: same keys, same values, kinds where the golden one names a kind.
 */
export function expectGolden(actual: unknown, template: GoldenJson): void {
  expect(differences(actual, template)).toEqual([]);
}
