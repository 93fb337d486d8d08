import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Count, SuiteCheck } from './check';
import { runNode } from './command';

/**
 * Unit tests, and journeys in a headless browser: in one run, where the one kind works while the
 * other waits.
 */
export const tests = jestCheck(
  'tests',
  'Unit tests, the import table, and journeys in a headless browser',
  [],
);

/** `npm test -- --changed`: the tests that import one of these files, or are one. */
export function relatedTests(files: readonly string[]): SuiteCheck {
  const args = ['--findRelatedTests', '--passWithNoTests', ...files];
  return jestCheck('tests', 'Tests that the change can reach', args);
}

/** `npm test -- <pattern>`: what Jest itself makes of it. */
export function jestOnly(args: readonly string[]): SuiteCheck {
  return jestCheck('jest', `Jest ${args.join(' ')}`, args);
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  // A file that can't even be loaded has no tests to count.
  numRuntimeErrorTestSuites: z.number(),
});

function jestCheck(name: string, title: string, args: readonly string[]): SuiteCheck {
  return {
    name,
    title,
    async run(print): Promise<Count> {
      const folder = mkdtempSync(join(tmpdir(), 'mini-login-jest-'));
      const file = join(folder, 'report.json');
      try {
        // A test may write to standard output: the report is in a file. With --json, what people
        // read is on standard error.
        const { ok, output } = await runNode(
          ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`, ...args],
          { show: true },
        );
        if (existsSync(file)) return countTests(readFileSync(file, 'utf8'), ok);
        print(`Jest left no report.\n${output}`);
        return { passed: 0, failed: 1 };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * @param ok Whether Jest ended well; where it didn't and no test is to blame, that counts as one.
 */
export function countTests(json: string, ok: boolean): Count {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = report.parse(
    JSON.parse(json),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: !ok && failed === 0 ? 1 : failed };
}
