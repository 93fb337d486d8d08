import { COLUMN_NOTES, type SurveyOptions, surveyFolders } from '@mini-login/simulator/survey';
import { Command, InvalidArgumentError } from 'commander';
import { fetchForeign, foreignPrograms } from '../../bench/foreign-programs';

export const command = new Command('survey')
  .description(
    'Launches every page of mini programs in the simulator, and groups what they complain of. For whoever works on the simulator.',
  )
  .argument('[folders...]', 'mini programs: folders with a project.config.json or an app.json')
  .option(
    '--published <folder>',
    'the public programs of docs/qa.md, each at its commit; what is not in this folder is fetched',
  )
  .option('--limit <ms>', 'real time for one page', milliseconds, 10_000)
  .option('--json', 'one JSON document on stdout, and nothing else', false)
  .addHelpText(
    'after',
    '\nA page is visited once for each compile mode of its project that names it, with its query; else once.\n' +
      `${COLUMN_NOTES.join('\n')}\n` +
      'Exit code 0: every visit was clean; 1: not so; 2: a folder holds no mini program, or one could not be fetched.\n' +
      'What is wrong with a folder is on stderr, and with --json in "unreadable"; the others are surveyed.',
  )
  .action(run);

interface Options extends SurveyOptions {
  readonly published?: string;
}

async function run(
  folders: readonly string[],
  { published, ...options }: Options,
  command: Command,
): Promise<void> {
  if (folders.length === 0 && published === undefined)
    command.error('a folder, or --published <folder>');
  const foreign = published === undefined ? [] : fetchAll(published);
  const fetched = foreign.filter((each) => each !== null);
  const code = await surveyFolders([...folders, ...fetched], options);
  process.exitCode = fetched.length < foreign.length ? 2 : code;
}

/** One that can't be had, null, costs the others nothing. */
function fetchAll(into: string) {
  return foreignPrograms().map((program) => {
    const name = [program.repository, program.path].filter((part) => part !== '.').join('/');
    process.stderr.write(`${name}: fetched unless it is in ${into}\n`);
    try {
      return { name, folder: fetchForeign(program, into) };
    } catch (error) {
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
      return null;
    }
  });
}

function milliseconds(value: string): number {
  const ms = Number(value);
  if (!Number.isInteger(ms) || ms <= 0)
    throw new InvalidArgumentError('a whole number of milliseconds');
  return ms;
}
