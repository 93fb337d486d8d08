import { resolve } from 'node:path';
import { openBrowser } from '@mini-login/simulator';
import {
  causesOf,
  type ProgramSurvey,
  reportText,
  surveyProgram,
} from '@mini-login/simulator/survey';
import { Command, InvalidArgumentError } from 'commander';

interface Options {
  readonly json: boolean;
  readonly limit: number;
}

await new Command('npm run survey --')
  .description(
    'Launches every page of mini programs in the simulator, and groups what they complain of. For whoever works on the simulator.',
  )
  .argument('<folders...>', 'mini programs: folders with a project.config.json or an app.json')
  .option('--limit <ms>', 'real time for one page', milliseconds, 10_000)
  .option('--json', 'one JSON document on stdout, and nothing else', false)
  .addHelpText(
    'after',
    '\nExit code 0: every page launched and threw nothing; 1: not so; 2: a folder holds no mini program.',
  )
  .action(run)
  .parseAsync();

async function run(folders: readonly string[], { json, limit }: Options): Promise<void> {
  const browser = await openBrowser();
  const surveys: ProgramSurvey[] = [];
  let unreadable = false;
  try {
    for (const folder of folders) {
      try {
        surveys.push(
          await surveyProgram(resolve(folder), {
            browser,
            limit,
            onVisit: (program, visit) => say(program, visit),
          }),
        );
      } catch (error) {
        unreadable = true;
        process.stderr.write(
          `${folder}: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      }
    }
  } finally {
    await browser.close();
  }
  if (json)
    process.stdout.write(
      `${JSON.stringify({ programs: surveys, causes: causesOf(surveys) }, null, 2)}\n`,
    );
  else process.stdout.write(reportText(surveys));
  if (unreadable) process.exitCode = 2;
  else process.exitCode = surveys.every(({ pages, clean }) => pages === clean) ? 0 : 1;
}

/** Progress on stderr: stdout is the result's. */
function say(
  program: string,
  { page, launched, complaints }: ProgramSurvey['visits'][number],
): void {
  const errors = complaints.filter(({ kind }) => kind === 'error').length;
  const outcome = launched ? (errors === 0 ? 'clean' : `${errors} errors`) : 'no launch';
  process.stderr.write(`${program}  ${page}  ${outcome}\n`);
}

function milliseconds(value: string): number {
  const ms = Number(value);
  if (!Number.isInteger(ms) || ms <= 0)
    throw new InvalidArgumentError('a whole number of milliseconds');
  return ms;
}
