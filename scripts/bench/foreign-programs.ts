import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '@mini-login/platform/git';
import { runNpm } from '@mini-login/platform/npm';
import { z } from 'zod';

/** A public mini program that nobody here wrote, as docs/qa.md counts it. */
const foreignProgram = z.strictObject({
  /** On GitHub: `owner/name`. */
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  /** Of the program in it: what DevTools would open. */
  path: z.string(),
  /** What it was made with; a built one is in the repository as it was built. */
  kind: z.enum(['native', 'taro', 'uni-app', 'mpvue', 'wepy', 'chameleon']),
  /** Where its npm packages are installed, from the repository's top. */
  install: z.string().optional(),
  /** What its own build copies, from and to: its components, built, to where its pages name them. */
  copy: z.tuple([z.string(), z.string()]).optional(),
});

export type ForeignProgram = z.infer<typeof foreignProgram>;

/** In order of size: the programs of docs/qa.md. */
export function foreignPrograms(): readonly ForeignProgram[] {
  const file = join(import.meta.dirname, 'foreign-programs.json');
  return z.array(foreignProgram).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * The folder of the program below `folder`; fetched there when it is not: the one commit, and
 * nothing of it runs.
 *
 * @param from The host, which a test has as a folder.
 * @throws In git's words when it can't be had.
 */
export function fetchForeign(
  program: ForeignProgram,
  folder: string,
  from = 'https://github.com',
): string {
  const { repository, commit, path, install, copy } = program;
  const place = join(folder, repository.replace('/', '+'));
  if (!existsSync(place)) {
    // Half of a program would be taken for the whole by the next run.
    const part = `${place}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    git(part, ['init', '--quiet']);
    git(part, ['fetch', '--quiet', '--depth', '1', `${from}/${repository}`, commit]);
    git(part, ['checkout', '--quiet', 'FETCH_HEAD']);
    renameSync(part, place);
  }
  if (copy && !existsSync(join(place, copy[1])))
    cpSync(join(place, copy[0]), join(place, copy[1]), { recursive: true });
  if (install !== undefined && !existsSync(join(place, install, 'node_modules')))
    runNpm(join(place, install), [
      ...['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'],
      '--legacy-peer-deps',
    ]);
  return join(place, path);
}
