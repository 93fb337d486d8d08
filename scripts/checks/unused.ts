import { countOf, type SuiteCheck } from './check';
import { runNode } from './command';

export const unused: SuiteCheck = {
  name: 'unused',
  readsOnly: true,
  title: 'Files and exports that nobody uses',
  async run(print) {
    const { ok, output } = await runNode([
      'node_modules/knip/bin/knip.js',
      '--files',
      '--exports',
      '--no-progress',
    ]);
    if (!ok) print(output);
    return countOf([ok]);
  },
};
