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

export const command = new Command('survey')
  .description(
    'Launches every page of mini programs in the simulator, and groups what they complain of. For whoever works on the simulator.',
  )
  .argument('<folders...>', 'mini programs: folders with a project.config.json or an app.json')
  .option('--limit <ms>', 'real time for one page', milliseconds, 10_000)
  .option('--json', 'one JSON document on stdout, and nothing else', false)
  .addHelpText(
    'after',
    '\nA page is visited once for each compile mode of its project that names it, with its query; else once.\n' +
      'launched: loaded; shown: something can be seen, and nothing is missing; clean: and no error.\n' +
      'Exit code 0: every visit was clean; 1: not so; 2: a folder holds no mini program.',
  )
  .action(run);

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
  else process.exitCode = surveys.every(({ visits, clean }) => visits.length === clean) ? 0 : 1;
}

/** Progress on stderr: stdout is the result's. */
function say(
  program: string,
  { page, query, launched, shown, clean, complaints }: ProgramSurvey['visits'][number],
): void {
  const outcome = clean ? 'clean' : shown ? 'shown' : launched ? 'launched' : 'no launch';
  const why = complaints.find(({ kind }) => kind !== 'refused')?.message.split('\n')[0] ?? '';
  process.stderr.write(
    `${program}  ${page}${query === '' ? '' : `?${query}`}  ${outcome}  ${why.slice(0, 120)}\n`,
  );
}

function milliseconds(value: string): number {
  const ms = Number(value);
  if (!Number.isInteger(ms) || ms <= 0)
    throw new InvalidArgumentError('a whole number of milliseconds');
  return ms;
}
