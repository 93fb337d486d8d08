import { DOUBLES } from './rows/doubles';
import { PROGRAM } from './rows/program';
import { SIMULATOR } from './rows/simulator';
import { TOOLS } from './rows/tools';
import type { Table } from './table';

/**
 * Who may import whom: nothing that a row does not name. A file belongs to the first row that fits
 * it. A name is another row, or what is written in the import: a package's entry. `node`: Node's
 * own modules. `(types)`: with `import type` only; `(lazy)`: by `require.async` or `import()` only;
 * `(computed)`: names that are known only when it runs. Nobody imports `test`.
 */
export const TABLE: Table = {
  ...PROGRAM,
  ...SIMULATOR,
  ...DOUBLES,

  // What apps and their servers take: nothing outside of each but what its package.json names.
  'kits/javascript': { files: ['kits/javascript/'], may: [] },
  // Its servers are for people to copy: they take the kit by its name.
  'kits/server/examples': {
    files: ['kits/server/examples/'],
    may: [...['@mini-login/server', 'hono', '@hono/node-server', 'express', 'fastify', 'lmdb']],
  },
  'kits/server': { files: ['kits/server/'], may: ['jose'] },
  'kits/vectors': { files: ['kits/vectors/'], may: ['jose'] },
  'kits/kotlin': { files: ['kits/kotlin/'], may: [] },
  'kits/swift': { files: ['kits/swift/'], may: [] },
  'kits/flutter': { files: ['kits/flutter/'], may: [] },
  // Both come with HarmonyOS; the declarations stand in for them here.
  'kits/harmonyos': {
    files: ['kits/harmonyos/'],
    may: ['@tencent/wechat_open_sdk', '@kit.AbilityKit (types)'],
  },

  ...TOOLS,

  // A package's own tests reach into it; all others take it by its name.
  'test/simulator': {
    files: ['test/simulator/'],
    may: ['*'],
    byPath: ['scripts/simulator/'],
  },
  'test/sandbox': { files: ['test/sandbox/'], may: ['*'], byPath: ['scripts/sandbox/'] },
  'test/kits': { files: ['test/kits/'], may: ['*'], byPath: ['kits/'] },
  'test/contract': { files: ['test/contract/'], may: ['*'], byPath: ['kits/server/'] },
  test: { files: ['test/'], may: ['*'] },
};
