import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';

/**
 * All tests that ask the login alone as one file, for `npm run dev -- mutate`: to load the login
 * again for each of them would be most of what a mutant costs. Those that read or change the
 * sources are left out, and so is what takes long; the short proof comes last.
 */
const tests = join(import.meta.dirname, '../..');
const others = /^(?:mutations|proof|fuzz|short-proof|lang-order)\.test\.ts$/;
const ofLogin = readdirSync(join(tests, 'login'))
  .filter((name) => name.endsWith('.test.ts') && !others.test(name))
  .map((name) => `login/${name}`);
const elsewhere = [
  'contract/vectors.test.ts',
  'contract/client.test.ts',
  'screens/view.test.ts',
  'wechat/compose.test.ts',
];

for (const file of [...ofLogin, ...elsewhere, 'login/short-proof.test.ts'])
  jest.requireActual(join(tests, file));
