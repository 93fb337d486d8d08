import { inWords, thereAre } from '@mini-login/platform/lists';
import { Command, InvalidArgumentError } from 'commander';
import { allTests, changedFiles, reachOf } from '../checks/changed';
import type { SuiteCheck } from '../checks/check';
import { jestOnly, relatedTests, tests } from '../checks/jest';
import { lint } from '../checks/lint';
import { runAll } from '../checks/run-all';
import { types } from '../checks/types';
import { unused } from '../checks/unused';
import { nearest } from '../setup/nearest.mjs';

const CHECKS: readonly SuiteCheck[] = [types, lint, unused, tests];
const NAMES = CHECKS.map(({ name }) => name);

export const command = new Command('test')
  .description(
    `Everything that must hold: ${inWords(NAMES)}. All of it runs, also after a failure; the exit code is 1 if anything failed.`,
  )
  .option(
    '--changed',
    'only the tests that what you have changed since main can reach; types, lint and unused as ever',
  )
  .option('--only <names>', `some of it, with commas between: ${NAMES.join(', ')}`, parseNames)
  .argument(
    '[jest...]',
    "Jest alone, with its own arguments: a pattern for the tests' paths, after another -- also its options",
  )
  .addHelpText(
    'after',
    '\nFor example:\n  npm test -- --only types,lint\n  npm test -- --changed\n  npm test -- test/login\n  npm test -- -- test/login -t consent',
  )
  .action(async (args: string[], { only, changed }: Options) => {
    const chosen =
      only ?? (args.length > 0 ? [jestOnly(args)] : changed === true ? changedChecks() : CHECKS);
    process.exitCode = (await runAll(chosen, (text) => process.stdout.write(text))) ? 0 : 1;
  });

interface Options {
  readonly only?: readonly SuiteCheck[];
  readonly changed?: boolean;
}

function changedChecks(): readonly SuiteCheck[] {
  const reach = reachOf(changedFiles(), allTests());
  const others = CHECKS.filter((check) => check !== tests);
  if (reach === null) return CHECKS;
  const files = [...reach.sources, ...reach.tests];
  // A test is related to itself.
  return files.length === 0 ? others : [...others, relatedTests(files)];
}

function meant(name: string): string {
  const near = nearest(
    name.trim(),
    CHECKS.map((check) => check.name),
  );
  return near === null ? '' : ` (Did you mean ${near}?)`;
}

function parseNames(text: string): readonly SuiteCheck[] {
  return text.split(',').map((name) => {
    const check = CHECKS.find((candidate) => candidate.name === name.trim());
    if (check === undefined)
      throw new InvalidArgumentError(`there is no ${name}; ${thereAre(NAMES)}.${meant(name)}`);
    return check;
  });
}
