import { availableParallelism } from 'node:os';
import { countOf, type SuiteCheck } from './check';
import { runNode } from './command';
import { mapAtMost } from './map-at-most';
import { findTargets } from './targets';

export const types: SuiteCheck = {
  name: 'types',
  title: 'Types, in each target the code runs in',
  async run(print) {
    return countOf(await checkAll(findTargets(), print));
  },
};

/** What ships alone: a few of the targets. */
export async function typesOfProgram(print: (text: string) => void): Promise<boolean> {
  const targets = findTargets().filter((target) => target.split('/')[0] === 'miniprogram');
  return (await checkAll(targets, print)).every(Boolean);
}

/**
 * As many at once as there are cores, each with one checker: more only take each other's time and
 * memory, and each checker reads the libraries' types again.
 */
function checkAll(targets: readonly string[], print: (text: string) => void) {
  return mapAtMost(availableParallelism(), targets, (target) => checkTypes(target, print));
}

async function checkTypes(target: string, print: (text: string) => void): Promise<boolean> {
  const { ok, output } = await runNode([
    ...['node_modules/typescript/bin/tsc', '-p', target],
    ...['--checkers', '1'],
  ]);
  if (!ok) print(output);
  return ok;
}
