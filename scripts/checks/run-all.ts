import { secondsSince } from '../setup/say.mjs';
import type { Count, SuiteCheck } from './check';

/**
 * Runs the checks in turn, all of them: a developer wants the whole list of what is wrong. The last
 * line printed is a plain count, alone, which scripts read: `123 passed, 0 failed`.
 *
 * @returns Whether nothing failed.
 */
export async function runAll(
  checks: readonly SuiteCheck[],
  print: (text: string) => void,
): Promise<boolean> {
  const lines: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    const startedAt = performance.now();
    print(`\n== ${check.title}\n`);
    const count = await runOne(check, print);
    passed += count.passed;
    failed += count.failed;
    const line = `${count.failed === 0 ? 'ok  ' : 'FAIL'} ${check.name.padEnd(10)} ${describe(count)} (${secondsSince(startedAt)})`;
    lines.push(line);
    print(`${line}\n`);
  }
  print(`\n== Summary\n${lines.join('\n')}\n\n${describe({ passed, failed })}\n`);
  return failed === 0;
}

async function runOne(check: SuiteCheck, print: (text: string) => void): Promise<Count> {
  try {
    return await check.run(print);
  } catch (error) {
    print(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

function describe({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}
