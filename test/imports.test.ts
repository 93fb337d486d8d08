import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { circles } from './imports/circles';
import { type Table, violations } from './imports/table';

/**
 * Who may import whom. A file belongs to the first row that fits it; a file that fits none is
 * refused, and so is a package that a row doesn't name. `(types)`: with `import type` only;
 * `(lazy)`: by `require.async` only. Nobody may import `test`.
 */
const TABLE: Table = {
  // What ships. `login` is pure: its own tsconfig has neither wx nor timers nor console.
  'login/screen': { files: ['miniprogram/login/screen.ts', 'miniprogram/login/lang.ts'], may: [] },
  // Source data: what ships of it is in the applied brand, in the brand's languages.
  'login/words': { files: ['miniprogram/login/words/'], may: ['login/screen'] },
  login: { files: ['miniprogram/login/'], may: ['login/screen', 'login/words (types)'] },
  wechat: {
    files: ['miniprogram/wechat/'],
    may: ['login', 'packages/seal (types)', 'packages/seal (lazy)'],
  },
  // Loaded only for a sealed result, its bundle of @noble included.
  'packages/seal': { files: ['miniprogram/packages/seal/'], may: ['login'] },
  brand: { files: ['miniprogram/brand/'], may: ['login (types)'] },
  components: { files: ['miniprogram/components/'], may: ['login/screen (types)'] },
  compose: {
    files: ['miniprogram/compose.ts'],
    may: ['login', 'login/screen (types)', 'wechat', 'brand'],
  },
  pages: {
    files: ['miniprogram/app.ts', 'miniprogram/pages/'],
    may: ['compose', 'login (types)', 'login/screen (types)'],
  },
  typings: { files: ['typings/'], may: [] },

  // A small WeChat. It knows no product, and shares nothing with the program that it runs.
  'simulator/contract': { files: ['scripts/simulator/contract/'], may: [] },
  'simulator/browser/runtime': {
    files: ['scripts/simulator/browser/runtime/'],
    may: [
      ...['simulator/contract', 'glass-easel', 'glass-easel-miniprogram-adapter', '@vant/icons'],
      '(computed)', // The `require` that it gives to the program.
    ],
  },
  'simulator/browser/phone': {
    files: ['scripts/simulator/browser/phone/'],
    may: ['simulator/contract', 'simulator/browser/runtime', 'preact', '@sinonjs/fake-timers'],
  },
  'simulator/node/compile': {
    files: ['scripts/simulator/node/compile/'],
    may: [
      ...[
        'simulator/contract',
        'glass-easel-template-compiler',
        'postcss',
        'postcss-selector-parser',
        'postcss-value-parser',
      ],
      ...[
        'esbuild',
        'acorn',
        'acorn-walk',
        '@swc/core',
        'zod',
        'node',
        'jsonschema',
        'miniprogram-ci',
      ],
    ],
  },
  'simulator/node/server': {
    files: ['scripts/simulator/node/server/'],
    may: [
      '@mini-login/local-server',
      'simulator/contract',
      'simulator/node/compile',
      'hono',
      '@hono/node-server',
      'chokidar',
      'zod',
      'node',
    ],
  },
  // The browser that is installed here; plain JavaScript where the set-up needs it.
  'simulator/node/chromium': { files: ['scripts/simulator/node/chromium/'], may: ['node'] },
  'simulator/node/api': {
    files: ['scripts/simulator/node/api/'],
    may: [
      ...[
        'simulator/contract',
        'simulator/node/server',
        'simulator/browser/phone (types)',
        'simulator/browser/runtime (types)',
      ],
      ...['playwright-core', 'zod', 'node'],
      'simulator/node/chromium',
    ],
  },
  // miniprogram-automator's protocol over `api`.
  'simulator/node/automator': {
    files: ['scripts/simulator/node/automator/'],
    may: ['simulator/contract', 'simulator/node/api', 'zod', 'ws', 'node'],
  },
  // In place of DevTools' cli. `(computed)`: the environment that a project brings along.
  'simulator/node/cli': {
    files: ['scripts/simulator/node/cli/'],
    may: [
      'simulator/contract',
      'simulator/node/api',
      'simulator/node/automator',
      'simulator/node/server',
      'zod',
      'ws',
      'node',
      '(computed)',
    ],
  },
  // Every page of foreign programs, and what they complain of.
  'simulator/survey': {
    files: ['scripts/simulator/survey/'],
    may: ['simulator/contract', 'simulator/node/api', 'simulator/node/server', 'node'],
  },
  simulator: {
    files: ['scripts/simulator/index.ts'],
    may: [
      'simulator/node/cli (types)',
      'simulator/contract',
      'simulator/node/api',
      'simulator/node/automator',
      'simulator/node/server',
    ],
  },
  // What every server on this machine shares: who may ask it, and its pages, bundled and kept.
  'local-server': {
    files: ['scripts/local-server/'],
    may: ['hono', 'zod', 'node', 'esbuild (types)', 'esbuild (lazy)'],
  },
  // What the sandbox's console and its server say to each other.
  'sandbox/contract': { files: ['scripts/sandbox/contract/'], may: ['zod'] },
  'sandbox/console': {
    files: ['scripts/sandbox/browser/'],
    may: ['sandbox/contract (types)', 'preact'],
  },
  sandbox: {
    files: ['scripts/sandbox/'],
    may: [
      'sandbox/contract',
      '@mini-login/local-server',
      'node',
      'hono',
      '@hono/node-server',
      ...['jose', 'zod', 'lmdb', 'esbuild', '@peculiar/x509', 'commander', 'get-port'],
    ],
  },

  // What apps and their servers take: nothing outside of each but what its package.json names.
  'kits/javascript': { files: ['kits/javascript/'], may: [] },
  'kits/server': { files: ['kits/server/'], may: ['jose'] },
  'kits/vectors': { files: ['kits/vectors/'], may: ['jose'] },

  // Tools.
  'set-up': {
    files: ['scripts/setup/'],
    may: ['@mini-login/simulator', 'local-server', 'node'],
  },
  'brand-tool': {
    files: ['scripts/brand/'],
    may: [
      'login',
      'login/screen',
      'login/words',
      'set-up',
      'node',
      'zod',
      'pngjs',
      'culori',
      '@clack/prompts',
    ],
  },
  deploy: {
    files: ['scripts/deploy/'],
    may: [
      ...[
        'brand-tool',
        'set-up',
        'node',
        'zod',
        'commander',
        'listr2',
        '@swc/core',
        'esbuild',
        'acorn',
        'acorn-walk',
      ],
      ...['miniprogram-ci', 'qr', 'qr/decode.js', 'jpeg-js', 'selfsigned', 'postcss'],
      // `seal`: what the sealed result needs of it, bundled.
      ...['@noble/ciphers', '@noble/curves', '@noble/hashes'],
    ],
  },
  // In place of WeChat's upload server. It shares no code with what sends to it.
  'upload-double': {
    files: ['scripts/upload-double/'],
    may: [
      'brand-tool',
      'deploy',
      'node',
      'zod',
      'esbuild',
      'acorn',
      'acorn-walk',
      'selfsigned',
      'qr',
      'jpeg-js',
    ],
  },
  doctor: { files: ['scripts/doctor/'], may: ['brand-tool', 'deploy', 'node', 'zod'] },
  // A mini program of its own, and what asks it: WeChat's facts, held against the simulator.
  'probe/program': { files: ['scripts/probe/program/'], may: ['qr'] },
  probe: {
    files: ['scripts/probe/'],
    may: [
      'probe/program',
      '@mini-login/simulator',
      '@mini-login/sandbox',
      'set-up',
      'esbuild',
      'zod',
      'node',
    ],
  },
  // What happened on a phone, described and with secrets masked, in Node and in browsers.
  timeline: { files: ['scripts/timeline/'], may: ['@mini-login/simulator (types)'] },
  'workbench/brand-state': { files: ['scripts/workbench/brand-state.ts'], may: [] },
  'workbench/page': {
    files: ['scripts/workbench/browser/page/'],
    may: [...['@mini-login/simulator', 'timeline', 'workbench/brand-state (types)', 'preact']],
  },
  'workbench/demo-app': {
    files: ['scripts/workbench/browser/demo-app/'],
    may: ['@mini-login/server', '@mini-login/simulator', 'workbench/page', 'preact'],
  },
  commands: { files: ['scripts/'], may: ['*'] },
  configuration: { files: ['jest.config.mjs'], may: ['@swc/core (types)', 'jest (types)'] },

  test: { files: ['test/'], may: ['*'] },
};

const ROOT = join(import.meta.dirname, '..');
const NOT_OURS = new Set(['node_modules', 'miniprogram_npm', 'out', 'coverage', '.git']);

function filesUnder(folder: string): [string, string][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory() && folder.endsWith('fixtures')) return []; // A program that a test opens.
    if (entry.isDirectory()) return filesUnder(path);
    return /\.(ts|tsx|mjs|js|json|css)$/.test(entry.name)
      ? [[relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')]]
      : [];
  });
}

test('every file imports what its room may import, and nothing else', () => {
  const files = new Map(filesUnder(ROOT));
  expect(files.has('miniprogram/login/view.ts')).toBe(true);
  expect(violations(TABLE, files)).toEqual([]);
});

test('no files import one another in a circle, not even for types', () => {
  expect(circles(new Map(filesUnder(ROOT)))).toEqual([]);
});

test('a circle is found, also where it is closed by a type', () => {
  const files = {
    'a/one.ts': "import { two } from './two';",
    'a/two.ts': "import { three } from '../b/three';",
    'b/three.ts': "import type { One } from '../a/one';",
    'b/four.ts': "import { two } from '../a/two';",
  };
  expect(circles(new Map(Object.entries(files)))).toEqual([['a/one.ts', 'a/two.ts', 'b/three.ts']]);
});

describe('the table refuses', () => {
  const others = {
    'miniprogram/login/flow.ts': 'export const flow = 1;',
    'miniprogram/login/screen.ts': 'export type View = 1;',
    'miniprogram/login/words/index.ts': 'export const words = 1;',
    'miniprogram/wechat/request.ts': 'export const request = 1;',
    'miniprogram/packages/seal/seal.ts': 'export const seal = 1;',
    'scripts/sandbox/server.ts': 'export const server = 1;',
    'test/login/help.ts': 'export const help = 1;',
  };
  const check = (path: string, text: string) =>
    violations(TABLE, new Map(Object.entries({ ...others, [path]: text })));

  test.each([
    [
      'login that reaches out',
      'miniprogram/login/x.ts',
      "import { request } from '../wechat/request';",
      "'../wechat/request'",
    ],
    [
      'login that takes a type',
      'miniprogram/login/x.ts',
      "import type { request } from '../wechat/request';",
      "types from '../wechat/request'",
    ],
    [
      'login that takes a package',
      'miniprogram/login/x.ts',
      "import { aes } from '@noble/ciphers/aes.js';",
      "'@noble/ciphers/aes.js'",
    ],
    [
      'a page that takes a value of login',
      'miniprogram/pages/x/x.ts',
      "import { flow } from '../../login/flow';",
      "'../../login/flow'",
    ],
    [
      'a page that passes wechat on',
      'miniprogram/pages/x/x.ts',
      "export * from '../../wechat/request';",
      "'../../wechat/request'",
    ],
    [
      'a component that takes more than the view',
      'miniprogram/components/x/x.ts',
      "import type { a } from '../../login/flow';",
      'login/screen (types)',
    ],
    [
      'require',
      'miniprogram/login/x.ts',
      "const r = require('../wechat/request');",
      "'../wechat/request'",
    ],
    [
      'a name that is computed',
      'miniprogram/login/x.ts',
      'const r = require(name);',
      "'(computed)'",
    ],
    [
      'a lazy package taken at once',
      'miniprogram/wechat/x.ts',
      "import { seal } from '../packages/seal/seal';",
      'packages/seal (lazy)',
    ],
    [
      'require.async()',
      'miniprogram/login/x.ts',
      "require.async('../wechat/request').then(run);",
      "'../wechat/request'",
    ],
    [
      'import()',
      'scripts/simulator/node/server/x.ts',
      "const r = await import('../../../sandbox/server');",
      "'../../../sandbox/server'",
    ],
    [
      'a type written in place',
      'scripts/simulator/node/server/x.ts',
      "type R = import('../../../sandbox/server').R;",
      "types from '../../../sandbox/server'",
    ],
    [
      'a double that shares code with its client',
      'scripts/sandbox/x.ts',
      "import { flow } from '../../miniprogram/login/flow';",
      'sandbox may import',
    ],
    [
      'an import of a test',
      'scripts/environment.ts',
      "import { help } from '../test/login/help';",
      "'../test/login/help'",
    ],
    [
      'an import that leads nowhere',
      'scripts/environment.ts',
      "import { gone } from './gone';",
      "'./gone', which leads to no file",
    ],
    ['wx outside of wechat', 'miniprogram/pages/x/x.ts', 'wx.login({});', 'uses wx'],
    [
      'a folder in the program',
      'miniprogram/login/x.ts',
      "import type { A } from './words';",
      "imports the folder './words'",
    ],
    ['a file of no room', 'elsewhere/x.ts', 'export {};', 'belongs to no room'],
  ])('%s', (_name, path, text, words) => {
    const found = check(path, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
    expect(found[0]).toContain(words);
  });

  test.each([
    [
      'types where types are allowed',
      'miniprogram/pages/x/x.ts',
      "import { type Flow } from '../../login/flow';",
    ],
    [
      'a lazy package taken late',
      'miniprogram/wechat/x.ts',
      "require.async('../packages/seal/seal').then(use);",
    ],
    ['wx in wechat', 'miniprogram/wechat/x.ts', 'wx.login({});'],
    ['a property that is called wx', 'miniprogram/pages/x/x.ts', 'const a = { wx: 1 }; a.wx;'],
    [
      'anything in a test',
      'test/x.test.ts',
      "import { help } from './login/help'; import { flow } from '../miniprogram/login/flow';",
    ],
  ])('but not %s', (_name, path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});
