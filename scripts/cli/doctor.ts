import { Command } from 'commander';
import { chosenBrand } from '../brand/choice';
import { BrandError, readBrand } from '../brand/pack/pack';
import { typesOfProgram } from '../checks/types';
import { compileBrand } from '../deploy/fleet/base';
import { findKey } from '../deploy/upload/key';
import { checklistText, markSteps } from '../doctor/checklist';
import { examine, findingsText } from '../doctor/examine';
import { type Finding, finding } from '../doctor/finding';
import { examineOnline } from '../doctor/online';
import { doctor, found } from '../messages/doctor';
import { say } from '../messages/say';
import { root } from '../setup/say.mjs';
import { step } from './progress';

interface Options {
  readonly online: boolean;
  readonly at?: string;
  readonly console?: string;
  readonly json: boolean;
  readonly checklist?: boolean;
  readonly done: readonly string[];
  readonly undone: readonly string[];
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
  .option(
    '--at <origin>',
    'with --online: ask this GenAuth in place of the brand’s, as the sandbox: http://127.0.0.1:5190',
  )
  .option(
    '--checklist',
    'instead: every step from nothing to a live program, who does it, how long it takes and how far it is',
  )
  .option('--done <steps>', 'with --checklist: marks steps, with commas between', readSteps, [])
  .option('--undone <steps>', 'with --checklist: takes marks back', readSteps, [])
  .option('--json', 'one JSON document on stdout, and nothing else', false)
  .addHelpText(
    'after',
    '\nExit code 0: no error; 1: an error, or the brand or the program is broken.',
  )
  .action(run);

async function run(name: string | undefined, options: Options): Promise<void> {
  if (options.checklist === true) {
    await showChecklist(name ?? chosenBrand(root), options);
    return;
  }
  const findings = await findAll(name ?? chosenBrand(root), options);
  process.exitCode = findings.some(({ level }) => level === 'error') ? 1 : 0;
  if (options.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else
    process.stdout.write(
      `${findingsText(findings)}${say(process.exitCode === 0 ? doctor.noErrors() : doctor.errors())}\n`,
    );
}

async function findAll(name: string, options: Options): Promise<readonly Finding[]> {
  try {
    const brand = readBrand(root, name);
    const [compiled, wrongTypes] = await step(say(doctor.compiling(name)), () =>
      Promise.all([compileBrand(root, name), typeErrors()]),
    );
    if (!compiled.ok) return [finding('error', compiled.message, found.doesNotCompile())];
    const online = options.online ? await examineOnline(brand, placesOf(options)) : [];
    return [...wrongTypes, ...examine({ brand, files: compiled.files }), ...online];
  } catch (error) {
    if (error instanceof BrandError)
      return error.problems.map((problem) => finding('error', problem, found.brokenPack()));
    throw error;
  }
}

async function typeErrors(): Promise<readonly Finding[]> {
  const lines: string[] = [];
  const isRight = await typesOfProgram((text) => lines.push(text));
  return isRight ? [] : [finding('error', lines.join('').trim(), found.typeErrors())];
}

function placesOf({ at, console: host }: Options) {
  return { ...(at === undefined ? {} : { at }), ...(host === undefined ? {} : { console: host }) };
}

async function showChecklist(name: string, { done, undone }: Options): Promise<void> {
  try {
    const brand = readBrand(root, name);
    if (done.length > 0 || undone.length > 0) markSteps(brand, done, undone);
    const key = await findKey(brand.pack.miniProgram.appId, { env: process.env, root });
    process.stdout.write(checklistText({ root, brand, hasKey: key.ok }));
  } catch (error) {
    if (!(error instanceof BrandError)) throw error;
    process.stderr.write(`${error.problems.join('\n')}\n`);
    process.exitCode = 1;
  }
}

function readSteps(list: string): readonly string[] {
  return list.split(',').map((step) => step.trim());
}
