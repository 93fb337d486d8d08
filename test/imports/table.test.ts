import { describe, expect, test } from '@jest/globals';
import { TABLE } from './rows';
import { violations } from './table';

const others = {
  'miniprogram/login/flow.ts': 'export const flow = 1;',
  'miniprogram/login/screen.ts': 'export type View = 1;',
  'miniprogram/login/words/index.ts': 'export const words = 1;',
  'miniprogram/wechat/request.ts': 'export const request = 1;',
  'miniprogram/packages/seal/seal.ts': 'export const seal = 1;',
  'scripts/sandbox/package.json':
    '{ "name": "@mini-login/sandbox", "exports": { ".": "./index.ts" } }',
  'scripts/sandbox/index.ts': "export { server } from './server';",
  'scripts/sandbox/server.ts': 'export const server = 1;',
  'test/login/help.ts': 'export const help = 1;',
};
const check = (path: string, text: string) =>
  violations(TABLE, new Map(Object.entries({ ...others, [path]: text })));

const refuses = (_name: string, path: string, text: string, words: string) => {
  const found = check(path, text);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(path);
  expect(found[0]).toContain(words);
};

describe('the table refuses', () => {
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
      'a package by a path into it',
      'scripts/workbench/x.ts',
      "import { server } from '../sandbox/server';",
      '@mini-login/sandbox is a package',
    ],
    [
      'a package by its path also for the cli',
      'scripts/cli/x.ts',
      "import { server } from '../sandbox';",
      '@mini-login/sandbox is a package',
    ],
    [
      'a part of a package that it does not export',
      'scripts/workbench/x.ts',
      "import { server } from '@mini-login/sandbox/server';",
      "'@mini-login/sandbox/server', which leads to no file",
    ],
    [
      'a package that goes out of itself',
      'scripts/sandbox/x.ts',
      "import { root } from '../setup/say.mjs';",
      "'../setup/say.mjs'",
    ],
    [
      'an entry of a package that its row does not name',
      'scripts/timeline/x.ts',
      "import { server } from '@mini-login/sandbox';",
      'timeline may import',
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
  ])('%s', refuses);
});

describe('the table refuses, of what is no import statement,', () => {
  test.each([
    [
      'createRequire()',
      'scripts/simulator/node/server/x.ts',
      "createRequire(import.meta.url)('../../../sandbox/server');",
      "'../../../sandbox/server'",
    ],
    [
      'createRequire() by another name',
      'scripts/simulator/node/server/x.ts',
      "const load = createRequire(import.meta.url); load('../../../sandbox/server');",
      "'../../../sandbox/server'",
    ],
    [
      'require by another name',
      'miniprogram/login/x.ts',
      "const r = require; r('../wechat/request');",
      "'../wechat/request'",
    ],
    [
      'module.require()',
      'miniprogram/login/x.ts',
      "module.require('../wechat/request');",
      "'../wechat/request'",
    ],
    [
      'require.resolve()',
      'miniprogram/login/x.ts',
      "require.resolve('../wechat/request');",
      "'../wechat/request'",
    ],
    [
      'import.meta.resolve()',
      'scripts/simulator/node/server/x.ts',
      "import.meta.resolve('../../../sandbox/server');",
      "'../../../sandbox/server'",
    ],
    [
      'code by its address',
      'scripts/simulator/node/server/x.ts',
      "new Worker(new URL('../../../sandbox/server.ts', import.meta.url));",
      "'../../../sandbox/server.ts'",
    ],
    [
      'a type in a comment',
      'scripts/simulator/node/server/x.mjs',
      "/** @type {import('../../../sandbox/server').R} */\nlet r;",
      "types from '../../../sandbox/server'",
    ],
    [
      '@import in a comment',
      'scripts/simulator/node/server/x.mjs',
      "/** @import { R } from '../../../sandbox/server' */",
      "types from '../../../sandbox/server'",
    ],
    [
      'a reference',
      'scripts/simulator/node/server/x.ts',
      '/// <reference path="../../../sandbox/server.ts" />',
      "types from '../../../sandbox/server.ts'",
    ],
    ['another extension', 'scripts/simulator/node/x.mts', 'export {};', 'write .ts, .tsx or .mjs'],
    ['wx outside of wechat', 'miniprogram/pages/x/x.ts', 'wx.login({});', 'uses wx'],
    ['parts of wx', 'miniprogram/pages/x/x.ts', 'const { login } = wx;', 'uses wx'],
    ['wx by another name', 'miniprogram/pages/x/x.ts', 'const api = wx; api.login();', 'uses wx'],
    ['wx of globalThis', 'miniprogram/pages/x/x.ts', 'globalThis.wx.login();', 'uses wx'],
    [
      'a folder in the program',
      'miniprogram/login/x.ts',
      "import type { A } from './words';",
      "imports the folder './words'",
    ],
    ['a file of no row', 'elsewhere/x.ts', 'export {};', 'belongs to no row'],
    ['a new folder of scripts', 'scripts/more/x.ts', 'export {};', 'belongs to no row'],
  ])('%s', refuses);
});

describe('the table allows', () => {
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
    [
      'a package by its name',
      'scripts/workbench/x.ts',
      "import { server } from '@mini-login/sandbox';",
    ],
    [
      "a package's insides in its own tests",
      'test/sandbox/x.test.ts',
      "import { server } from '../../scripts/sandbox/server';",
    ],
    ['wx in wechat', 'miniprogram/wechat/x.ts', 'wx.login({});'],
    ['a property that is called wx', 'miniprogram/pages/x/x.ts', 'const a = { wx: 1 }; a.wx;'],
    [
      'anything in a test',
      'test/x.test.ts',
      "import { help } from './login/help'; import { flow } from '../miniprogram/login/flow';",
    ],
  ])('%s', (_name, path, text) => {
    expect(check(path, text)).toEqual([]);
  });
});
