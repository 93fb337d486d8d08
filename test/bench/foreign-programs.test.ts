import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
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
