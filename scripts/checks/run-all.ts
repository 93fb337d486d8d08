import { secondsSince } from '../setup/say.mjs';
import type { Count, SuiteCheck } from './check';

/**
 * Runs the checks, all of them: a developer wants the whole list of what is wrong. Those that only
 * read the sources run at the same time, the others in turn; what they print comes in the checks'
 * order. The last line printed is a plain count, alone, which scripts read: `123 passed, 0 failed`.
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
  const begun = new Map<SuiteCheck, Promise<Finished>>();
  for (const check of checks) {
    print(`\n== ${check.title}\n`);
    if (check.readsOnly === true && begun.size === 0)
      for (const one of checks.filter(({ readsOnly }) => readsOnly === true))
        begun.set(one, runAside(one));
    const { count, seconds, text } = await (begun.get(check) ?? runOne(check, print));
    print(text);
    passed += count.passed;
    failed += count.failed;
    const line = `${count.failed === 0 ? 'ok  ' : 'FAIL'} ${check.name.padEnd(10)} ${describe(count)} (${seconds})`;
    lines.push(line);
    print(`${line}\n`);
  }
  print(`\n== Summary\n${lines.join('\n')}\n\n${describe({ passed, failed })}\n`);
  return failed === 0;
}

interface Finished {
  readonly count: Count;
  readonly seconds: string;
  /** What is still to print. */
  readonly text: string;
}

async function runAside(check: SuiteCheck): Promise<Finished> {
  const printed: string[] = [];
  const finished = await runOne(check, (text) => printed.push(text));
  return { ...finished, text: printed.join('') };
}

async function runOne(check: SuiteCheck, print: (text: string) => void): Promise<Finished> {
  const startedAt = performance.now();
  let count: Count = { passed: 0, failed: 1 };
  try {
    count = await check.run(print);
  } catch (error) {
    print(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
  return { count, seconds: secondsSince(startedAt), text: '' };
}

function describe({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}
