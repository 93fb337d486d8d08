import { countOf, type SuiteCheck } from './check';
import { runNode } from './command';

export const lint: SuiteCheck = {
  name: 'lint',
  readsOnly: true,
  title: 'Lint and format',
  async run(print) {
    const { ok, output } = await runBiome('--error-on-warnings');
    if (!ok) print(`${output}\nMost of it is fixed by: npm run fix\n`);
    return countOf([ok]);
  },
};

/** @returns Whether nothing is left to fix by hand. */
export async function fixSources(print: (text: string) => void): Promise<boolean> {
  const { ok, output } = await runBiome('--write');
  print(output);
  return ok;
}

const runBiome = (option: string) =>
  runNode(['node_modules/@biomejs/biome/bin/biome', 'check', option, '--colors=off', '.']);
