import { Command, InvalidArgumentError } from 'commander';
import { leastPercent, mutate } from '../../prove/mutate';

export const command = new Command('mutate')
  .description(
    'Changes the login in one place at a time and runs its unit tests: what no test notices is listed. Only what has changed since the last run is tested again.',
  )
  .argument('[files...]', 'only these, as paths or globs: miniprogram/login/phone.ts')
  .option('--force', 'test every mutant again', false)
  .option('--concurrency <number>', 'how many at a time', wholeNumber, 2)
  .addHelpText(
    'after',
    `\nReport: out/mutation/report.html. Exit code 1: less than ${leastPercent} % were noticed.`,
  )
  .action(async (files: string[], options: { force: boolean; concurrency: number }) => {
    const { killed, survived, ignored, percent } = await mutate({ ...options, files });
    console.log(
      `mutants ${killed + survived}, noticed ${killed}, not noticed ${survived}, left out with a reason ${ignored}: score ${percent.toFixed(2)} %`,
    );
    process.exitCode = percent < leastPercent ? 1 : 0;
  });

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('must be a whole number of at least 1');
  return value;
}
