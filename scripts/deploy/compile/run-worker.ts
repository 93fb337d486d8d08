import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type WorkerAnswer, workerAnswer } from './protocol';

export interface Job {
  readonly project: string;
  readonly appId: string;
  readonly packageJson: string;
  readonly npmFolders: readonly string[];
  readonly output: string;
}

/**
 * @param cwd Temporary: the compiler leaves folders in it.
 * @param timeout ms; the compiler itself knows none.
 */
export function runWorker(job: Job, { cwd, timeout }: { cwd: string; timeout: number }): Promise<WorkerAnswer> {
  const loader = createRequire(join(import.meta.dirname, 'worker.ts')).resolve('tsx');
  const child = fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify(job)], {
    cwd,
    execArgv: ['--import', pathToFileURL(loader).href],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own, so that the compiler's children end with it.
    detached: process.platform !== 'win32',
  });
  const words: string[] = [];
  child.stdout?.on('data', (data: Buffer) => words.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => words.push(data.toString()));

  return new Promise<WorkerAnswer>((resolve) => {
    const fail = (message: string) => resolve({ ok: false, message: [message, ...words].join('\n').trim() });
    const timer = setTimeout(() => fail(`the compiler gave no answer in ${timeout / 1000} s`), timeout);
    child.once('message', (message) => {
      const answer = workerAnswer.safeParse(message);
      if (answer.success) resolve(answer.data);
      else fail(`the compiler's process gave an answer of an unknown form: ${JSON.stringify(message)}`);
    });
    child.once('error', (error) => fail(`the compiler's process could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`the compiler's process ended without an answer (${signal ?? `exit code ${code}`})`);
    });
  }).finally(() => end(child.pid));
}

function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Already gone, with all its children.
  }
}
