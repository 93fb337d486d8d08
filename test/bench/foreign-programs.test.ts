import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { git } from '@mini-login/platform/git';
import { fetchForeign, foreignPrograms } from '../../scripts/bench/foreign-programs';

test('forty public programs or more are named, each once, at a commit', () => {
  const programs = foreignPrograms();
  const names = programs.map(({ repository, path }) => `${repository} ${path}`);
  expect(programs.length).toBeGreaterThanOrEqual(40);
  expect(new Set(names).size).toBe(names.length);
  // One repository, one checkout.
  const commits = new Map(programs.map(({ repository, commit }) => [repository, commit]));
  for (const { repository, commit } of programs) expect(commits.get(repository)).toBe(commit);
});

test('what is there is taken as it is, with its built components where its pages name them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-foreign-'));
  try {
    mkdirSync(join(folder, 'a+b/dist'), { recursive: true });
    writeFileSync(join(folder, 'a+b/dist/built.js'), '');
    const program = { repository: 'a/b', commit: '0'.repeat(40), path: 'example' } as const;
    const place = fetchForeign(
      { ...program, kind: 'native', copy: ['dist', 'example/dist'] },
      folder,
    );
    expect(place).toBe(join(folder, 'a+b', 'example'));
    expect(existsSync(join(place, 'dist/built.js'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('one that does not arrive whole is no program: the next run fetches it again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-foreign-'));
  try {
    const home = join(folder, 'home/a/b');
    mkdirSync(home, { recursive: true });
    const program = { repository: 'a/b', path: '.', kind: 'native' } as const;
    const into = join(folder, 'into');
    const from = join(folder, 'home');
    const fetching = (commit: string) => () => fetchForeign({ ...program, commit }, into, from);
    expect(fetching('0'.repeat(40))).toThrow('git');
    expect(existsSync(join(into, 'a+b'))).toBe(false);

    writeFileSync(join(home, 'app.json'), '{}');
    git(home, ['init', '--quiet']);
    git(home, ['add', '.']);
    const author = ['-c', 'user.name=a', '-c', 'user.email=a@b.test'];
    git(home, [...author, 'commit', '--quiet', '--message', 'first']);
    const commit = git(home, ['rev-parse', 'HEAD']).trim();
    expect(existsSync(join(fetching(commit)(), 'app.json'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
