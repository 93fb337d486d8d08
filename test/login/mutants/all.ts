import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';

/**
 * The login's tests as one file, for `npm run dev -- mutate`: to load the login again for each of them
 * would be most of what a mutant costs. Those that read or change the sources are left out, and so
 * is what takes long; the short proof comes last.
 */
const others = /^(?:mutations|flow-page|proof|fuzz)\.test\.ts$/;
const folder = join(import.meta.dirname, '..');
const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && !others.test(name));

for (const file of files.filter((name) => !name.startsWith('short-proof')))
  jest.requireActual(join(folder, file));
jest.requireActual(join(folder, 'short-proof.test.ts'));
