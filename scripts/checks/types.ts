import { type Check, countOf } from './check';
import { runNode } from './command';
import { findWorlds } from './worlds';

export const types: Check = {
  name: 'types',
  title: 'Types, in each world the code runs in',
  async run(print) {
    const results = await Promise.all(
      findWorlds().map(async (world) => {
        const { ok, output } = await runNode(['node_modules/typescript/bin/tsc', '-p', world], { timeout: 120_000 });
        if (!ok) print(output);
        return ok;
      }),
    );
    return countOf(results);
  },
};
