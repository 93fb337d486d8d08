import { type Check, countOf } from './check';
import { runNode } from './command';

/** One for each world the code runs in; test/worlds.test.ts sees to it that no file is in none. */
export const PROJECTS = ['login', 'miniprogram', 'browser', 'tools', 'test'] as const;

export const types: Check = {
  name: 'types',
  title: 'Types, in each world the code runs in',
  async run(print) {
    const results = await Promise.all(
      PROJECTS.map(async (project) => {
        const { ok, output } = await runNode(['node_modules/typescript/bin/tsc', '-p', `tsconfig/${project}.json`], {
          timeout: 120_000,
        });
        if (!ok) print(output);
        return ok;
      }),
    );
    return countOf(results);
  },
};
