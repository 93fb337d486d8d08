import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import { readBrand } from '../../scripts/brand/pack/pack';
import type { Compiled } from '../../scripts/deploy/compile/compile-program';
import { openKeeper } from '../../scripts/doctor/kept';
import { fleetOf } from '../deploy/fleet-of';

let root: string;
let compilations: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mini-login-kept-'));
  mkdirSync(join(root, 'miniprogram/login'), { recursive: true });
  writeFileSync(join(root, 'miniprogram/login/a.ts'), 'one');
  createBrand(root, 'acme', standardAnswers('acme'));
  compilations = 0;
});
afterEach(() => rmSync(root, { recursive: true }));

async function compiled(answer: 'right' | 'wrong' = 'right') {
  const { base } = fleetOf({ root, out: root, proxy: '', key: '' });
  const keeper = openKeeper(root, readBrand(root, 'acme'), 'bundled');
  return keeper.compile(async (): Promise<Compiled> => {
    compilations += 1;
    if (answer === 'wrong') return { ok: false, message: 'no' };
    const rest = { sizes: { main: 0, subpackages: {}, total: 0 }, missing: [], newer: [] };
    return { ok: true, ...base, ...rest, unused: [], ms: 0 };
  });
}

async function themeOf(program: ReturnType<typeof compiled>): Promise<string> {
  const known = await program;
  return known.ok ? String(known.files.get('brand/theme.wxss')) : known.message;
}

test('a program that has not changed is compiled once, and shows the pack as it is now', async () => {
  await compiled();
  rmSync(join(root, 'brands/acme'), { recursive: true });
  createBrand(root, 'acme', { ...standardAnswers('acme'), colour: '#7a1f5c' });
  expect(await themeOf(compiled())).toContain('#7a1f5c');
  expect(compilations).toBe(1);
});

test.each([
  ['a source', () => writeFileSync(join(root, 'miniprogram/login/a.ts'), 'two')],
  ['the lock', () => writeFileSync(join(root, 'package-lock.json'), '{}')],
  [
    'what was kept, cut in the middle',
    () => {
      const folder = join(root, 'out/doctor');
      for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"app.js":"aGV');
    },
  ],
])('%s that changes has it compiled again', async (_, change) => {
  await compiled();
  change();
  await compiled();
  expect(compilations).toBe(2);
});

test('what did not compile, or has wrong types, is found out again', async () => {
  await compiled('wrong');
  expect(await compiled('wrong')).toEqual({ ok: false, message: 'no' });
  expect(compilations).toBe(2);
  const { checkTypes } = openKeeper(root, readBrand(root, 'acme'), 'bundled');
  expect(await checkTypes(async () => false)).toBe(false);
  expect(await checkTypes(async () => true)).toBe(true);
  expect(await checkTypes(() => Promise.reject(new Error('asked again')))).toBe(true);
  writeFileSync(join(root, 'miniprogram/login/a.ts'), 'wrong');
  expect(
    await openKeeper(root, readBrand(root, 'acme'), 'bundled').checkTypes(async () => false),
  ).toBe(false);
});

test('pages of a brand’s own are a part of its program: an edit of them has it compiled again', async () => {
  const pages = join(root, 'brands/acme/subpackages/help');
  mkdirSync(pages, { recursive: true });
  for (const name of ['help.wxml', 'help.js']) writeFileSync(join(pages, name), '');
  const file = join(root, 'brands/acme/brand.json');
  const own = '"subpackages": [{"root": "help", "pages": ["help"]}]';
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('{', () => `{ ${own},`),
  );
  const known = () => openKeeper(root, readBrand(root, 'acme'), 'bundled');
  await known().checkTypes(async () => true);
  const answer = { ok: false, message: 'asked' } as const;
  const { base } = fleetOf({ root, out: root, proxy: '', key: '' });
  const rest = { sizes: { main: 0, subpackages: {}, total: 0 }, missing: [], newer: [] };
  await known().compile(async () => ({ ok: true, ...base, ...rest, unused: [], ms: 0 }));
  expect(known().isKnown).toBe(true);
  writeFileSync(join(pages, 'help.wxml'), '<view/>');
  expect(known().isKnown).toBe(false);
  expect(await known().compile(async () => answer)).toEqual(answer);
});
