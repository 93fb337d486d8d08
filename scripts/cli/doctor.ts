import { Command } from 'commander';
import { chosenBrand } from '../brand/choice';
import { BrandError, readBrand } from '../brand/pack/pack';
import { typesOfProgram } from '../checks/types';
import { compileBrand } from '../deploy/fleet/base';
import { examine, findingsText } from '../doctor/examine';
import type { Finding } from '../doctor/finding';
import { examineOnline } from '../doctor/online';
import { root } from '../setup/say.mjs';
import { step } from './progress';

interface Options {
  readonly online: boolean;
  readonly console?: string;
  readonly json: boolean;
}

export const command = new Command('doctor')
  .description(
    'Looks for everything that makes an upload, a review or a first login fail, and says what WeChat has to be told.',
  )
  .argument('[brand]', 'a folder in brands/; the chosen brand when left out')
  .option('--online', "also ask the brand's GenAuth, and the pages of the agreements", false)
  .option(
    '--console <origin>',
    "with --online: where GenAuth's public configuration is served, if not at the brand's host",
  )
  .option('--json', 'one JSON document on stdout, and nothing else', false)
  .addHelpText(
    'after',
    '\nExit code 0: no error; 1: an error, or the brand or the program is broken.',
  )
  .action(run);

async function run(name: string | undefined, options: Options): Promise<void> {
  const findings = await findAll(name ?? chosenBrand(root), options);
  process.exitCode = findings.some(({ level }) => level === 'error') ? 1 : 0;
  if (options.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else
    process.stdout.write(
      `${findingsText(findings)}${process.exitCode === 0 ? 'No errors.' : 'There are errors.'}\n`,
    );
}

async function findAll(name: string, options: Options): Promise<readonly Finding[]> {
  try {
    const brand = readBrand(root, name);
    const [compiled, wrongTypes] = await step(
      `Compile the program with ${name}, and check its types`,
      () => Promise.all([compileBrand(root, name), typeErrors()]),
    );
    if (!compiled.ok) return [broken('the program does not compile', compiled.message)];
    const online = options.online
      ? await examineOnline(
          brand,
          options.console === undefined ? {} : { console: options.console },
        )
      : [];
    return [...wrongTypes, ...examine({ brand, files: compiled.files }), ...online];
  } catch (error) {
    if (error instanceof BrandError)
      return error.problems.map((problem) => broken('the brand pack is wrong', problem));
    throw error;
  }
}

async function typeErrors(): Promise<readonly Finding[]> {
  const lines: string[] = [];
  const isRight = await typesOfProgram((text) => lines.push(text));
  return isRight ? [] : [broken('there are type errors', lines.join('').trim())];
}

function broken(what: string, where: string): Finding {
  return {
    level: 'error',
    what,
    where,
    why: 'Nothing can be sent like this.',
    how: 'Fix what is named.',
  };
}
