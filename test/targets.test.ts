import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { withSlashes } from '@mini-login/platform/paths';
import { findTargets } from '../scripts/checks/targets';

const ROOT = join(import.meta.dirname, '..');
const NOT_OURS = new Set(['node_modules', 'miniprogram_npm', 'out', 'coverage']);

function tsc(...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    // Each checker reads the libraries' types again.
    ['node_modules/typescript/bin/tsc', '--checkers', '1', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  return stdout + stderr;
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory() && folder.endsWith('fixtures')) return []; // A program that a test opens.
    // JavaScript around packages that bring no types.
    if (withSlashes(relative(ROOT, path)) === 'test/sandbox/foreign') return [];
    if (entry.isDirectory()) return sourcesUnder(path);
    return /\.(ts|tsx|mts|mjs)$/.test(entry.name) ? [withSlashes(relative(ROOT, path))] : [];
  });
}

/** Those that it names, from its folder: to follow their imports takes twenty times as long. */
function filesOf(target: string): readonly string[] {
  const config: unknown = JSON.parse(tsc('-p', target, '--showConfig'));
  const { files } = Object(config);
  if (!Array.isArray(files)) throw new Error(`${target} names no files`);
  return files.map(String);
}

test('the compiler checks every source file in some target', () => {
  const checked = new Set(
    findTargets().flatMap((target) =>
      filesOf(target).map((path) => withSlashes(relative(ROOT, join(ROOT, target, path)))),
    ),
  );
  const sources = sourcesUnder(ROOT);
  expect(sources).toContain('miniprogram/login/view.ts');
  expect(sources.filter((path) => !checked.has(path))).toEqual([]);
});

/** What each target lacks on purpose; a slip is an error of the compiler, before any test runs. */
const ABSENT = {
  'miniprogram/login': [
    'wx',
    'document',
    'window',
    'process',
    'console',
    'setTimeout',
    'fetch',
    'Buffer',
    'App',
    'getApp',
  ],
  miniprogram: ['document', 'window', 'process', 'fetch', 'Buffer'],
  'scripts/simulator/browser': ['wx', 'process', 'Buffer', 'App'],
  'scripts/workbench/browser': ['wx', 'process', 'Buffer', 'App'],
  'scripts/sandbox/browser': ['wx', 'process', 'Buffer', 'App'],
  'kits/javascript': ['wx', 'process', 'Buffer', 'App'],
  'kits/server': ['wx', 'process', 'Buffer', 'App'],
  scripts: ['wx', 'App', 'getApp'],
} as const;

test.each(Object.entries(ABSENT))(
  'in the target of %s there is nothing of the others',
  (target, names) => {
    // Inside the repository, or the types would not be found.
    mkdirSync(join(ROOT, 'out'), { recursive: true });
    const folder = mkdtempSync(join(ROOT, 'out', 'absent-'));
    try {
      writeFileSync(
        join(folder, 'probe.ts'),
        names.map((name) => `export const probe_${name}: unknown = ${name};\n`).join(''),
      );
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ extends: `../../${target}/tsconfig.json`, include: ['.'], exclude: [] }),
      );
      const missing = [...tsc('-p', folder).matchAll(/Cannot find name '(\w+)'/g)].map(
        ([, name]) => name,
      );
      expect(missing).toEqual(names);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
