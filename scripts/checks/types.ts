import { availableParallelism } from 'node:os';
import { countOf, type SuiteCheck } from './check';
import { runNode } from './command';
import { mapAtMost } from './map-at-most';
import { findTargets } from './targets';

export const types: SuiteCheck = {
  name: 'types',
  readsOnly: true,
  title: 'Types, in each target the code runs in',
  async run(print) {
    return countOf(await checkAll(findTargets(), print));
  },
};

/** What ships alone; the targets in it, which say less of it than that, take as long once more. */
export function typesOfProgram(print: (text: string) => void): Promise<boolean> {
  return checkTypes('miniprogram', print);
}

/**
 * As many at once as there are cores, each with one checker: more only take each other's time and
 * memory, and each checker reads the libraries' types again.
 */
function checkAll(targets: readonly string[], print: (text: string) => void) {
  const sorted = [...targets].sort((one, other) => placeOf(one) - placeOf(other));
  return mapAtMost(availableParallelism(), sorted, (target) => checkTypes(target, print));
}

/** They import from most others and take longest: begun last, they would have one core alone. */
const longest = ['test', 'scripts'];

function placeOf(target: string): number {
  const place = longest.indexOf(target);
  return place < 0 ? longest.length : place;
}

async function checkTypes(target: string, print: (text: string) => void): Promise<boolean> {
  const { ok, output } = await runNode([
    ...['node_modules/typescript/bin/tsc', '-p', target],
    ...['--checkers', '1'],
  ]);
  if (!ok) print(output);
  return ok;
}
