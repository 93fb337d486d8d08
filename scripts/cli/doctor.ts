import { Command } from 'commander';
import { chosenBrand } from '../brand/choice';
import { unknownBrands } from '../brand/known';
import { BrandError, readBrand } from '../brand/pack/pack';
import { typesOfProgram } from '../checks/types';
import { compileBrand } from '../deploy/fleet/base';
import { findKey } from '../deploy/upload/key';
import { checklistText, markSteps } from '../doctor/checklist';
import { examine, findingsText } from '../doctor/examine';
import { type Finding, finding } from '../doctor/finding';
import { type DoctorKeeper, openKeeper } from '../doctor/kept';
import { examineOnline } from '../doctor/online';
import { doctor, found } from '../messages/doctor';
import { doctorHelp as help } from '../messages/help/doctor';
import { say } from '../messages/say';
import { root } from '../setup/say.mjs';
import { step } from './progress';

interface Options {
  readonly online: boolean;
  readonly compile: boolean;
  readonly at?: string;
  readonly console?: string;
  readonly json: boolean;
  readonly checklist?: boolean;
  readonly done: readonly string[];
  readonly undone: readonly string[];
}

export const command = new Command('doctor')
  .description(say(help.about()))
  .argument('[brand]', say(help.brand()))
  .option('--online', say(help.online()), false)
  .option('--compile', say(help.compile()), false)
  .option('--console <origin>', say(help.console()))
  .option('--at <origin>', say(help.at()))
  .option('--checklist', say(help.checklist()))
  .option('--done <steps>', say(help.done()), readSteps, [])
  .option('--undone <steps>', say(help.undone()), readSteps, [])
  .option('--json', say(help.json()), false)
  .addHelpText('after', say(help.exitCode()))
  .action(run);

async function run(name: string | undefined, options: Options): Promise<void> {
  const unknown = unknownBrands(root, name === undefined ? [] : [name]);
  if (unknown !== null) command.error(unknown);
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
    // A tenant's own pages are code that nobody else has compiled.
    const bundleOnly = !options.compile && brand.pack.subpackages === undefined;
    const keeper = openKeeper(root, brand, bundleOnly ? 'bundled' : 'compiled');
    const title = keeper.isKnown ? doctor.asCompiled(name) : doctor.compiling(name);
    const [compiled, wrongTypes] = await step(say(title), () =>
      Promise.all([
        keeper.compile(() => compileBrand(root, name, { bundleOnly })),
        typeErrors(keeper),
      ]),
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

async function typeErrors({ checkTypes }: DoctorKeeper): Promise<readonly Finding[]> {
  const lines: string[] = [];
  const isRight = await checkTypes(() => typesOfProgram((text) => lines.push(text)));
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
