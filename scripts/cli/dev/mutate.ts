import { Command, InvalidArgumentError } from 'commander';
import {
  leastPercent,
  readResults,
  readUnnoticeable,
  type Summary,
  summaryOf,
} from '../../prove/mutants';
import { mutate, untestedFiles } from '../../prove/mutate';

export const command = new Command('mutate')
  .description(
    'Changes the login in one place at a time and runs its unit tests: what no test notices is listed. Only what has changed since the last run is tested again.',
  )
  .argument('[files...]', 'only these files and folders: miniprogram/login/steps')
  .option('--force', 'test every mutant again', false)
  .option('--concurrency <number>', 'how many at a time', wholeNumber, 2)
  .option('--score', 'only say what the runs so far have found', false)
  .addHelpText(
    'after',
    `\nResults are kept after every eight files: runs of single folders add up, and one that was cut off goes on.
Report: out/mutation/report.html. Exit code 1: less than ${leastPercent} % were noticed, or the list of those that
no caller could notice (test/login/mutants/unnoticeable.json) names one that is noticed or gone.`,
  )
  .action(async (files: string[], options: Options) => {
    const list = readUnnoticeable();
    const soFar = () => summaryOf(readResults(), list);
    if (!options.score)
      await mutate({ ...options, files }, (done, of) =>
        console.error(`${done} of ${of} files; so far: ${scoreOf(soFar())}`),
      );
    const summary = soFar();
    for (const mutant of summary.open) console.log(`not noticed: ${mutant}`);
    for (const entry of summary.stale) console.log(`listed for nothing: ${entry}`);
    for (const file of untestedFiles(readResults()))
      console.log(`not tested as it is now: ${file}`);
    console.log(scoreOf(summary));
    process.exitCode = summary.percent < leastPercent || summary.stale.length > 0 ? 1 : 0;
  });

interface Options {
  readonly force: boolean;
  readonly concurrency: number;
  readonly score: boolean;
}

function scoreOf({ noticed, listed, open, percent }: Summary): string {
  const all = noticed + listed + open.length;
  return `mutants ${all}, noticed ${noticed}, listed with a reason ${listed}, not noticed ${open.length}: score ${percent.toFixed(2)} %`;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('must be a whole number of at least 1');
  return value;
}
