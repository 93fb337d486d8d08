import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from '@mini-login/platform/git';
import { z } from 'zod';
import { say } from '../../messages/say';
import { upload } from '../../messages/upload';

export interface Labels {
  readonly version: string;
  readonly description: string;
}

/** What version management shows: package.json's version, and the last commit. */
export function standardLabels(root: string): Labels {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const commit = git(root, 'log', '-1', '--format=%h %s');
  return {
    version,
    description:
      [commit, isDirty(root) ? say(upload.uncommitted()) : ''].join(' ').trim() || version,
  };
}

/**
 * Whether something that ships is in no commit. New files elsewhere are none of an upload's
 * business; without git nothing is known.
 */
export function isDirty(root: string): boolean {
  const changed = git(root, 'status', '--porcelain', '--untracked-files=no');
  const added = git(root, 'status', '--porcelain', '--', 'brands', 'miniprogram');
  return changed !== '' || added !== '';
}

/** Null: right. WeChat says what is wrong only after the upload. */
export function versionProblem(version: string): string | null {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(version)
    ? null
    : say(upload.badVersion(JSON.stringify(version)));
}

export function descriptionProblem(description: string): string | null {
  if (/\p{Cc}/u.test(description)) return say(upload.oneLine());
  return description.trim() !== '' && description.length <= 200
    ? null
    : say(upload.badDescription());
}

export function robotProblem(robot: number): string | null {
  return Number.isInteger(robot) && robot >= 1 && robot <= 30 ? null : say(upload.badRobot());
}

function git(root: string, ...args: string[]): string {
  const { status, stdout } = runGit(root, args);
  return status === 0 ? stdout.trim() : '';
}
