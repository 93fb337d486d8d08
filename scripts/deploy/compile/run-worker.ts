import { join } from 'node:path';
import { endGroupOf } from '@mini-login/platform/processes';
import { compile as messages } from '../../messages/compile';
import { say } from '../../messages/say';
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
    const timer = setTimeout(() => fail(say(messages.noAnswer(String(timeout / 1000)))), timeout);
    child.once('message', (message) => {
      const answer = workerAnswer.safeParse(message);
      if (answer.success) resolve(answer.data);
      else fail(say(messages.strangeAnswer(JSON.stringify(message))));
    });
    child.once('error', (error) => fail(say(messages.notStarted(error.message))));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(say(messages.ended(signal ?? `exit code ${code}`)));
    });
  }).finally(() => endGroupOf(child));
}
