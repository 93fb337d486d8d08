import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ownGroup } from '@mini-login/platform/processes';
import { buildSync } from 'esbuild';
import { root } from '../setup/say.mjs';

/**
 * A script of this folder in a process that leads a group of its own, so that what it starts ends
 * with it.
 *
 * @param cwd Temporary: the official tool leaves folders in it.
 * @param output `ignore` for one that may outlive this process: writing to a pipe that nobody reads
 *   any more would end it.
 */
export function forkScript(
  file: string,
  cwd: string,
  args: readonly string[] = [],
  output: 'pipe' | 'ignore' = 'pipe',
): ChildProcess {
  return fork(inJavaScript(file), args, {
    cwd,
    env: process.env,
    // Not this process's: the official tool hands them on to the process that it starts.
    execArgv: [],
    stdio: ['ignore', output, output, 'ipc'],
    ...ownGroup,
  });
}

/** Scripts that this process has made already. */
const made = new Map<string, string>();

/**
 * The script as one file that Node runs by itself: a hook for TypeScript costs half a second of
 * processor time in each process, and in the one that the official tool starts from it. Made once
 * for all that this process starts.
 */
function inJavaScript(file: string): string {
  const known = made.get(file);
  if (known !== undefined && existsSync(known)) return known;
  const script = makeScript(file);
  made.set(file, script);
  return script;
}

/** Named by its content, so that two that make it at once make the same. */
function makeScript(file: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const name = `${basename(dirname(file))}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`;
  const script = join(root, 'out', 'scripts', name);
  if (existsSync(script)) return script;
  mkdirSync(dirname(script), { recursive: true });
  writeFileSync(`${script}.${process.pid}`, code);
  renameSync(`${script}.${process.pid}`, script);
  return script;
}
