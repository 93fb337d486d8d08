import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { applyBrand } from '../../scripts/brand/apply';
import { choose, chosenBrand } from '../../scripts/brand/choice';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import { ensureBrand } from '../../scripts/brand/ensure';
import { isApplied } from '../../scripts/brand/stamp';
import { testGit } from '../support/git';
import { here } from './checkout';

/** A fork only ever adds its own folder: taking in what upstream changed has no conflict. */

let folder: string;
const upstream = () => join(folder, 'upstream');
const fork = () => join(folder, 'fork');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const git = (cwd: string, ...args: string[]) => testGit(cwd, args);

/** A repository with this project's files as git has them. */
function publish(): void {
  const tracked = git(
    here,
    'ls-files',
    'brands/demo',
    'miniprogram',
    'scripts/brand',
    'project.config.json',
    '.gitignore',
    'package.json',
  );
  for (const path of tracked.trim().split('\n')) {
    mkdirSync(dirname(join(upstream(), path)), { recursive: true });
    cpSync(join(here, path), join(upstream(), path));
  }
  git(upstream(), 'init', '-q');
  commit(upstream(), 'First');
}

function commit(cwd: string, subject: string): void {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '-m', subject);
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(upstream(), path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  // An edit that changes nothing would prove nothing.
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

/** The commands of docs/tenant.md, word for word, with a git that nobody has set up. */
function takeInAsDocumented(): void {
  const page = readFileSync(join(here, 'docs/tenant.md'), 'utf8');
  const [, block = ''] = /### Take in a new version\n+```\n([\s\S]*?)```/.exec(page) ?? [];
  const commands = block.split('\n').filter((line) => line.startsWith('git '));
  expect(commands.length).toBeGreaterThan(1);
  for (const line of commands) {
    const [command = ''] = line.replace('<this repository>', upstream()).split(/ {2,}/);
    git(fork(), ...command.split(' ').slice(1));
  }
}

test('a branded fork takes in a changed upstream without a conflict, and its brand applies again', async () => {
  publish();
  git(folder, 'clone', '-q', upstream(), fork());
  createBrand(fork(), 'acme', { ...standardAnswers('acme'), appName: 'Acme' });
  applyBrand(fork(), 'acme');
  choose(fork(), 'acme');
  expect(git(fork(), 'status', '--porcelain').trim()).toBe('?? brands/acme/');
  commit(fork(), 'Acme');

  edit('brands/demo/brand.json', (text) =>
    text.replaceAll('Harbor', 'Haven').replace('#0b6478', '#0b6470'),
  );
  edit('miniprogram/app.json', (text) =>
    text.replace('"darkmode": true', '"darkmode": true, "debug": false'),
  );
  edit('project.config.json', (text) =>
    text.replace('"libVersion": "', '"libVersion": "9.').replace('touristappid', 'wx0'),
  );
  edit('miniprogram/login/words/login.ts', (text) =>
    text.replace('Log in to {app}', 'Enter {app}'),
  );
  edit('miniprogram/app.wxss', (text) => `${text}/* new */\n`);
  appendFileSync(join(upstream(), '.gitignore'), '/new/\n');
  mkdirSync(join(upstream(), 'brands/another'));
  cpSync(join(upstream(), 'brands/demo'), join(upstream(), 'brands/another'), { recursive: true });
  commit(upstream(), 'Second');

  takeInAsDocumented();
  expect(git(fork(), 'status', '--porcelain')).toBe('');
  expect(git(fork(), 'diff', '--stat', 'upstream/main', '--', '.', ':!brands/acme')).toBe('');

  expect(chosenBrand(fork(), {})).toBe('acme');
  expect(isApplied(fork(), 'acme')).toBe(false);
  expect(await ensureBrand(fork(), 'acme')).toEqual([]);
  expect(readFileSync(join(fork(), 'miniprogram/brand/index.ts'), 'utf8')).toContain('Acme');
  expect(git(fork(), 'status', '--porcelain')).toBe('');
});

test('a fresh clone of a fork applies the brand of the fork', async () => {
  publish();
  createBrand(upstream(), 'acme', standardAnswers('acme'));
  commit(upstream(), 'Acme');
  git(folder, 'clone', '-q', upstream(), fork());
  expect(chosenBrand(fork(), {})).toBe('acme');
  expect(await ensureBrand(fork(), chosenBrand(fork(), {}))).toEqual([]);
  expect(git(fork(), 'status', '--porcelain')).toBe('');
});
