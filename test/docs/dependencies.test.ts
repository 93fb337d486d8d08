import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ROOT } from './markdown';

const names = z.record(z.string(), z.string()).default({});
const manifest = z.object({
  dependencies: names,
  devDependencies: names,
  overrides: z.unknown().optional(),
});

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifestOf = (folder: string) =>
  manifest.parse(JSON.parse(read(join(folder, 'package.json'))));

/** Types go with their packages, and our own packages need no reason. */
const needsReason = (name: string) => !/^@(?:types|mini-login)\//.test(name);

/** The names in the first column under a page's heading "Dependencies". */
function documented(page: string): string[] {
  const [, section = ''] = page.split(/^## Dependencies$/m);
  return section
    .split(/^## /m)[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, name = '']) => name) as string[];
}

test("scripts/README.md gives a reason for each of the root's dependencies, once, and for no other", () => {
  const { dependencies, devDependencies } = manifestOf('.');
  const all = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter(needsReason);
  expect(documented(read('scripts/README.md')).sort()).toEqual(all.sort());
});

const packages = ['scripts', 'kits']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name, 'package.json')),
  )
  .filter((path) => existsSync(join(ROOT, path)))
  .map(dirname)
  .filter((folder) => Object.keys(manifestOf(folder).dependencies).some(needsReason));

describe.each(packages)('%s/README.md', (folder) => {
  test('gives a reason for each of its dependencies, once, and for no other', () => {
    const page = read(join(folder, 'README.md'));
    const all = Object.keys(manifestOf(folder).dependencies).filter(needsReason);
    expect(documented(page).sort()).toEqual(all.sort());
  });
});

test('SECURITY.md lists the overrides that are for advisories, with the versions that are installed', () => {
  const listed = [...read('SECURITY.md').matchAll(/^\| `([^`]+)` (\S+) \| `([^`]+)`/gm)].map(
    ([, name = '', version = '', by = '']) => [by, { [name]: version }],
  );
  const { 'unrs-resolver': _, ...overrides } = Object(manifestOf('.').overrides);
  expect(Object.fromEntries(listed)).toEqual(overrides);
});
