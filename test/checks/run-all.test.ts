import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { SuiteCheck } from '../../scripts/checks/check';
import { countTests, jestOnly } from '../../scripts/checks/jest';
import { runAll } from '../../scripts/checks/run-all';

const check = (name: string, run: SuiteCheck['run']): SuiteCheck => ({
  name,
  title: `The ${name}`,
  run,
});

async function run(...checks: readonly SuiteCheck[]) {
  const printed: string[] = [];
  const ok = await runAll(checks, (text) => printed.push(text));
  const lines = printed.join('').trimEnd().split('\n');
  return { ok, lines, last: lines.at(-1) };
}

test('the last line is the sum of all checks, alone', async () => {
  const { ok, last } = await run(
    check('types', () => Promise.resolve({ passed: 5, failed: 0 })),
    check('unit', () => Promise.resolve({ passed: 120, failed: 0 })),
  );
  expect(last).toBe('125 passed, 0 failed');
  expect(ok).toBe(true);
});

test('what comes after a failure runs too, and the run has failed', async () => {
  const { ok, last, lines } = await run(
    check('lint', () => Promise.resolve({ passed: 0, failed: 1 })),
    check('unit', () => Promise.resolve({ passed: 3, failed: 0 })),
  );
  expect(last).toBe('3 passed, 1 failed');
  expect(lines.filter((line) => line.startsWith('FAIL lint'))).toHaveLength(2);
  expect(ok).toBe(false);
});

test('checks that only read run at the same time; each has its own part of what is printed', async () => {
  let begun = 0;
  let bothBegun: () => void = () => undefined;
  const both = new Promise<void>((resolve) => {
    bothBegun = resolve;
  });
  const reading = (name: string): SuiteCheck => ({
    ...check(name, async (print) => {
      print(`${name} begins\n`);
      begun += 1;
      if (begun === 2) bothBegun();
      await both;
      print(`${name} ends\n`);
      return { passed: 1, failed: 0 };
    }),
    readsOnly: true,
  });
  const unit = check('unit', () => Promise.resolve({ passed: begun, failed: 0 }));
  const { lines, last } = await run(reading('types'), reading('lint'), unit);
  expect(last).toBe('4 passed, 0 failed');
  const own = lines.filter((line) => /^(==|\w+ (begins|ends))/.test(line)).slice(0, 6);
  expect(own).toEqual([
    ...['== The types', 'types begins', 'types ends'],
    ...['== The lint', 'lint begins', 'lint ends'],
  ]);
});

test('a check that breaks has failed, and says why', async () => {
  const { ok, last, lines } = await run(
    check('compile', () => Promise.reject(new Error('no compiler'))),
  );
  expect(last).toBe('0 passed, 1 failed');
  expect(lines.join('\n')).toContain('no compiler');
  expect(ok).toBe(false);
});

test("Jest's tests are counted, with a file that can't be loaded as one that failed", () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
  expect(countTests(JSON.stringify(report), false)).toEqual({ passed: 7, failed: 3 });
});

test('a run of Jest that ended badly has failed, although no test did', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  expect(countTests(JSON.stringify(report), false)).toEqual({ passed: 7, failed: 1 });
});

test('what a test writes to standard output is no part of the report', async () => {
  const rootDir = mkdtempSync(join(tmpdir(), 'mini-login-checks-'));
  writeFileSync(join(rootDir, 'a.test.js'), "test('a', () => void process.stdout.write('x'));");
  const config = { rootDir, reporters: [], transform: {}, cacheDirectory: join(rootDir, 'cache') };
  const printed: string[] = [];
  const { run } = jestOnly(['--config', JSON.stringify(config)]);
  expect([await run((text) => printed.push(text)), printed]).toEqual([
    { passed: 1, failed: 0 },
    [],
  ]);
  rmSync(rootDir, { recursive: true });
});
