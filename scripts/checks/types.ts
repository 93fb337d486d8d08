import { type Check, countOf } from './check';
import { runNode } from './command';
import { findTargets } from './targets';

export const types: Check = {
  name: 'types',
  title: 'Types, in each target the code runs in',
  async run(print) {
    return countOf(await Promise.all(findTargets().map((target) => checkTypes(target, print))));
  },
};

/** What ships alone: a few of the targets. */
export async function typesOfProgram(print: (text: string) => void): Promise<boolean> {
  const targets = findTargets().filter((target) => target.split('/')[0] === 'miniprogram');
  return (await Promise.all(targets.map((target) => checkTypes(target, print)))).every(Boolean);
}

async function checkTypes(target: string, print: (text: string) => void): Promise<boolean> {
  const { ok, output } = await runNode(['node_modules/typescript/bin/tsc', '-p', target], {
    timeout: 120_000,
  });
  if (!ok) print(output);
  return ok;
}
