import { type Check, countOf } from './check';
import { runNode } from './command';
import { findWorlds } from './worlds';

export const types: Check = {
  name: 'types',
  title: 'Types, in each world the code runs in',
  async run(print) {
    return countOf(await Promise.all(findWorlds().map((world) => checkTypes(world, print))));
  },
};

/** What ships alone: a few of the worlds. */
export async function typesOfProgram(print: (text: string) => void): Promise<boolean> {
  const worlds = findWorlds().filter((world) => world.split('/')[0] === 'miniprogram');
  return (await Promise.all(worlds.map((world) => checkTypes(world, print)))).every(Boolean);
}

async function checkTypes(world: string, print: (text: string) => void): Promise<boolean> {
  const { ok, output } = await runNode(['node_modules/typescript/bin/tsc', '-p', world], {
    timeout: 120_000,
  });
  if (!ok) print(output);
  return ok;
}
