import { Stryker } from '@stryker-mutator/core';

export interface MutateOptions {
  /** Globs of what is changed; without any, all of the login. */
  readonly files: readonly string[];
  /** Tests every mutant again, also those that the last run has already tested. */
  readonly force: boolean;
  readonly concurrency: number;
}

export interface MutationScore {
  readonly killed: number;
  readonly survived: number;
  /** Ignored by a comment that says why no caller could notice. */
  readonly ignored: number;
  readonly percent: number;
}

/** Everything that decides. The words are data, and read by people. */
const everything = ['miniprogram/login/**/*.ts', '!miniprogram/login/words/**'];

/** Below this share of killed mutants the command fails. */
export const leastPercent = 90;

/**
 * Changes the login in one place at a time, and runs the tests that reach that place: a mutant that
 * no test notices is a rule that no test holds.
 */
export async function mutate({ files, force, concurrency }: MutateOptions): Promise<MutationScore> {
  const results = await new Stryker({
    mutate: files.length === 0 ? everything : [...files],
    plugins: ['@stryker-mutator/jest-runner'],
    testRunner: 'jest',
    jest: {
      projectType: 'custom',
      configFile: 'test/login/mutants/jest.json',
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    concurrency,
    // A slow machine must not count as a killed mutant.
    timeoutMS: 30_000,
    incremental: true,
    incrementalFile: 'out/mutation/incremental.json',
    force,
    tempDirName: 'out/mutation/copy',
    // What the tests of the login do not read is not copied.
    ignorePatterns: [
      '/out',
      '/test/*',
      '!/test/login',
      '/scripts/*',
      '!/scripts/prove',
      '!/scripts/brand',
    ],
    // TypeScript 7 has no interface for programs, with which Stryker would rewrite the settings.
    tsconfigFile: 'none',
    reporters: [
      'clear-text',
      'html',
      'json',
      process.stderr.isTTY ? 'progress' : 'progress-append-only',
    ],
    htmlReporter: { fileName: 'out/mutation/report.html' },
    jsonReporter: { fileName: 'out/mutation/report.json' },
    clearTextReporter: { allowColor: process.stdout.isTTY, logTests: false, allowEmojis: false },
    disableTypeChecks: false,
    allowConsoleColors: process.stdout.isTTY,
  }).runMutationTest();
  const count = (...statuses: string[]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  const survived = count('Survived', 'NoCoverage');
  return {
    killed,
    survived,
    ignored: count('Ignored'),
    percent: (100 * killed) / Math.max(killed + survived, 1),
  };
}
