import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { transformSync } from 'esbuild';
import { type Results, resultsFile } from './mutants';

const root = join(import.meta.dirname, '../..');

export interface MutateOptions {
  /** Files and folders that are changed; without any, all of the login. */
  readonly files: readonly string[];
  /** Tests every mutant again, also those that an earlier run has already tested. */
  readonly force: boolean;
  readonly concurrency: number;
}

/** Everything that decides. The words are data, and read by people. */
const everything = 'miniprogram/login';
const isData = (path: string) => path.startsWith('miniprogram/login/words/');

type Options = ConstructorParameters<typeof Stryker>[0];

/** How many files are tested before the results are saved: a run that is cut off loses no more. */
const filesAtOnce = 8;

/**
 * Changes the login in one place at a time, and runs the tests that reach that place: a mutant that
 * no test notices is a rule that no test holds. Some files at a time, whose results are kept for
 * the next run: parts that are run one by one add up.
 *
 * @param done Called when the results of a part are kept.
 */
export async function mutate(
  { files, force, concurrency }: MutateOptions,
  done: (files: number, of: number) => void,
): Promise<void> {
  const chosen = filesIn(files.length === 0 ? [everything] : files);
  for (let first = 0; first < chosen.length; first += filesAtOnce) {
    const part = chosen.slice(first, first + filesAtOnce);
    await new Stryker(optionsFor(part, force, concurrency)).runMutationTest();
    done(Math.min(first + filesAtOnce, chosen.length), chosen.length);
  }
}

function filesIn(places: readonly string[]): string[] {
  const gone = places.filter((place) => !existsSync(join(root, place)));
  if (gone.length > 0)
    throw new Error(
      `${gone.join(', ')}: not found. Files and folders are named from the root, for example miniprogram/login/steps`,
    );
  const found = places.flatMap((place) =>
    statSync(join(root, place)).isFile()
      ? [place]
      : readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((path) =>
          posix.join(place, path),
        ),
  );
  return [...new Set(found)].filter((path) => path.endsWith('.ts') && !isData(path)).sort();
}

function optionsFor(files: string[], force: boolean, concurrency: number): Options {
  return {
    mutate: files,
    plugins: ['./test/login/mutants/runner.mjs'],
    testRunner: 'login',
    coverageAnalysis: 'perTest',
    concurrency,
    // A slow machine must not count as a killed mutant.
    timeoutMS: 60_000,
    incremental: true,
    incrementalFile: resultsFile,
    force,
    tempDirName: 'out/mutation/copy',
    // What the tests of the login do not read is not copied.
    ignorePatterns: [
      '/out',
      '/test/*',
      '!/test/login',
      '!/test/contract',
      '!/test/screens',
      '!/test/support',
      '!/test/wechat',
    ],
    // TypeScript 7 has no interface for programs, with which Stryker would rewrite the settings.
    tsconfigFile: 'none',
    reporters: ['html', 'json', process.stderr.isTTY ? 'progress' : 'progress-append-only'],
    htmlReporter: { fileName: 'out/mutation/report.html' },
    jsonReporter: { fileName: 'out/mutation/report.json' },
    disableTypeChecks: false,
    allowConsoleColors: process.stdout.isTTY,
  };
}

/** Files of the login that no run has tested as they are now. */
export function untestedFiles(results: Results): readonly string[] {
  return filesIn([everything]).filter((path) => {
    const source = readFileSync(join(root, path), 'utf8');
    return results[path]?.source !== source && hasCode(source);
  });
}

/** Types alone leave nothing to change. */
function hasCode(source: string): boolean {
  return transformSync(source, { loader: 'ts' }).code.trim() !== '';
}
