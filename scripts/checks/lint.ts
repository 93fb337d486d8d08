import { type Check, countOf } from './check';
import { runNode } from './command';

export const lint: Check = {
  name: 'lint',
  title: 'Lint and format',
  async run(print) {
    const { ok, output } = await runNode(
      [
        'node_modules/@biomejs/biome/bin/biome',
        'check',
        '--error-on-warnings',
        '--colors=off',
        '.',
      ],
      {
        timeout: 120_000,
      },
    );
    if (!ok) print(`${output}\nMost of it is mended by: npm run fix\n`);
    return countOf([ok]);
  },
};
