import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const login = join(import.meta.dirname, '../../../miniprogram/login');
const folder = mkdtempSync(join(tmpdir(), 'mini-login-languages-'));
const tsc = join(import.meta.dirname, '../../../node_modules/typescript/bin/tsc');

afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles the login with other rows of languages. */
function compileWith(change: (rows: string[]) => string[]): string {
  cpSync(login, folder, { recursive: true });
  const source = readFileSync(join(login, 'lang.ts'), 'utf8');
  const rows = source.match(/^ {2}\{ lang: .*\},$/gm) ?? [];
  if (rows.length !== 4) throw new Error('the rows of lang.ts look different now');
  const changed = source.replace(rows.join('\n'), () => change(rows).join('\n'));
  writeFileSync(join(folder, 'lang.ts'), changed);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'preserve',
    moduleResolution: 'bundler',
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  return spawnSync(process.execPath, [tsc, '-p', folder, '--checkers', '1'], { encoding: 'utf8' })
    .stdout;
}

test('the languages as they stand compile', () => {
  expect(compileWith((rows) => rows)).toBe('');
});

test.each([
  ['first two', 0, 1],
  ['last two', 2, 3],
])('the %s in each other’s place do not, as people would read the wrong language', (_, a, b) => {
  const swapped = (rows: string[]) =>
    rows.map((row, index) => (index === a ? rows[b] : index === b ? rows[a] : row) ?? '');
  expect(compileWith(swapped)).toMatch(/words\/translations\.ts\(\d+,\d+\): error TS/);
});
