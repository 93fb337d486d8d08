import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';

/**
 * The tests that ask the login alone, for the runner of mutants (`runner.mjs`), which has each file
 * loaded. Those that read or change the sources are left out, and so is what takes long.
 */
const tests = join(import.meta.dirname, '../..');
const others = /(?:^|[\\/])(?:mutations|proof|fuzz|short-proof|lang-order|said-once)\.test\.ts$/;
const ofLogin = readdirSync(join(tests, 'login'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts') && !others.test(path))
  .map((path) => join('login', path));
const elsewhere = [
  'contract/vectors.test.ts',
  'contract/client.test.ts',
  'screens/view.test.ts',
  'wechat/compose.test.ts',
];

const files = [...ofLogin, ...elsewhere].map((file) => join(tests, file));

/** @param again Whether what was loaded before is loaded again. */
function load(file: string, again: boolean): void {
  if (again) jest.resetModules();
  jest.requireActual(file);
}

Object.assign(globalThis, { mutants: { files, load } });
