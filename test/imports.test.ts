import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { withSlashes } from '@mini-login/platform/paths';
import { circles } from './imports/circles';
import { TABLE } from './imports/rows';
import { violations } from './imports/table';

const ROOT = join(import.meta.dirname, '..');
const NOT_OURS = new Set(['node_modules', 'miniprogram_npm', 'out', 'coverage', '.git']);

function filesUnder(folder: string): [string, string][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory() && folder.endsWith('fixtures')) return []; // A program that a test opens.
    if (entry.isDirectory()) return filesUnder(path);
    return /\.(?:[mc]?[tj]s|[tj]sx|json|css)$/.test(entry.name)
      ? [[withSlashes(relative(ROOT, path)), readFileSync(path, 'utf8')]]
      : [];
  });
}

test('every file imports what its row may import, and nothing else', () => {
  const files = new Map(filesUnder(ROOT));
  expect(files.has('miniprogram/login/view.ts')).toBe(true);
  expect(violations(TABLE, files)).toEqual([]);
});

test('every folder of scripts/ and kits/ has a row of its own', () => {
  const files = Object.values(TABLE).flatMap((row) => row.files);
  const folders = ['scripts', 'kits'].flatMap((parent) =>
    readdirSync(join(ROOT, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
      .map(({ name }) => `${parent}/${name}/`),
  );
  expect(folders).toContain('scripts/simulator/');
  expect(folders.filter((folder) => !files.includes(folder))).toEqual([]);
});

test('nothing but the cli, and tests, may import everything', () => {
  const open = Object.entries(TABLE).filter(([, { may }]) => may.includes('*'));
  expect(open.map(([name]) => name).filter((name) => !/^test(\/|$)/.test(name))).toEqual(['cli']);
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
