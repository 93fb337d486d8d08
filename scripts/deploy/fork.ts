import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * A script of this room in a process that leads a group of its own, so that what it starts ends with it.
 *
 * @param cwd Temporary: the official tool leaves folders in it.
 * @param output `ignore` for one that may outlive this process: writing to a pipe that nobody reads any more would end it.
 */
export function forkScript(
  file: string,
  cwd: string,
  args: readonly string[] = [],
  output: 'pipe' | 'ignore' = 'pipe',
): ChildProcess {
  return fork(file, args, {
    cwd,
    env: process.env,
    // A hook for `import` alone: one for `require` looks at each of the official tool's 1,700 modules, half a second a process.
    execArgv: ['--import', pathToFileURL(createRequire(file).resolve('tsx/esm')).href],
    stdio: ['ignore', output, output, 'ipc'],
    detached: process.platform !== 'win32',
  });
}

export function endGroupOf({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Already gone, with all its children.
  }
}
