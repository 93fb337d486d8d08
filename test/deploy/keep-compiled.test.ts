import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepCompiled } from '../../scripts/deploy/compile/keep-compiled';

const before = process.env.MINI_LOGIN_CACHE;
let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'mini-login-cache-'));
  process.env.MINI_LOGIN_CACHE = cache;
});
afterEach(() => {
  rmSync(cache, { recursive: true });
  if (before === undefined) delete process.env.MINI_LOGIN_CACHE;
  else process.env.MINI_LOGIN_CACHE = before;
});

const treeOf = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

/** Counts how often there was something to compile. */
function compiler() {
  let runs = 0;
  return {
    runs: () => runs,
    compile: (text: string) => async () => {
      runs += 1;
      return treeOf({ 'app.js': text, 'logo.png': '\u0000\u00ff' });
    },
  };
}

test('what was compiled of the same files is there again, byte for byte', async () => {
  const { compile, runs } = compiler();
  const first = await keepCompiled(treeOf({ a: '1', b: '2' }), compile('one'));
  expect(await keepCompiled(treeOf({ b: '2', a: '1' }), compile('two'))).toEqual(first);
  expect(runs()).toBe(1);
});

test('another content, another name, and a border moved between two files are compiled', async () => {
  const { compile, runs } = compiler();
  const others = [{ a: '12' }, { a: '1', b: '3' }, { a: '1', c: '2' }, { 'a\u00001': '', b: '2' }];
  for (const files of [{ a: '1', b: '2' }, ...others])
    await keepCompiled(treeOf(files), compile(JSON.stringify(files)));
  expect(runs()).toBe(1 + others.length);
});

test('what is wrong is said, and looked at again', async () => {
  const files = treeOf({ a: '1' });
  const { compile, runs } = compiler();
  expect(await keepCompiled(files, async () => 'app.js: broken')).toBe('app.js: broken');
  expect(await keepCompiled(files, compile('one'))).toEqual(expect.any(Map));
  expect(runs()).toBe(1);
});
