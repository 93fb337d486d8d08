import { join } from 'node:path';
import { endGroupOf } from '@mini-login/platform/processes';
import { forkScript } from '../fork';
import { type WorkerAnswer, workerAnswer } from './protocol';

export interface Job {
  readonly project: string;
  readonly appId: string;
  readonly packageJson: string;
  readonly npmFolders: readonly string[];
  readonly packageFiles?: string;
  readonly output: string;
}

/**
 * @param cwd Temporary.
 * @param timeout ms; the compiler itself knows none.
 */
export function runWorker(
  job: Job,
  { cwd, timeout }: { cwd: string; timeout: number },
): Promise<WorkerAnswer> {
  const child = forkScript(join(import.meta.dirname, 'worker.ts'), cwd, [JSON.stringify(job)]);
  const words: string[] = [];
  child.stdout?.on('data', (data: Buffer) => words.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => words.push(data.toString()));

  return new Promise<WorkerAnswer>((resolve) => {
    const fail = (message: string) =>
      resolve({ ok: false, message: [message, ...words].join('\n').trim() });
    const timer = setTimeout(
      () => fail(`the compiler gave no answer in ${timeout / 1000} s`),
      timeout,
    );
    child.once('message', (message) => {
      const answer = workerAnswer.safeParse(message);
      if (answer.success) resolve(answer.data);
      else
        fail(
          `the compiler's process gave an answer of an unknown form: ${JSON.stringify(message)}`,
        );
    });
    child.once('error', (error) =>
      fail(`the compiler's process could not be started: ${error.message}`),
    );
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`the compiler's process ended without an answer (${signal ?? `exit code ${code}`})`);
    });
  }).finally(() => endGroupOf(child));
}
