import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endGroupOf } from '@mini-login/platform/processes';
import { z } from 'zod';
import { forkScript } from '../fork';
import type { Order } from './order';

/** What sends one order. `exit`: it is over, and nothing more is said of it. */
export interface SendingProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'error' | 'exit', listener: () => void): unknown;
  send(order: Order): unknown;
  /** Ends the process with all that it started, unless the order is over. */
  end(): void;
}

export type StartProcess = () => SendingProcess;

/** Processes that send, each for several orders. */
export interface Senders {
  readonly startProcess: StartProcess;
  /** Ends those that wait for an order, and the others after theirs; comes when they are gone. */
  end(): Promise<void>;
}

/** What the tool keeps of each program would only ever grow. */
const ordersAtMost = 16;

const ends = ['exit', 'error'] as const;
const ready = z.object({ isReady: z.literal(true) });

/** @param most Orders of one process. */
export function openSenders(most = ordersAtMost, start: typeof startWorker = startWorker): Senders {
  const waiting: SenderWorker[] = [];
  let isEnded = false;
  return {
    startProcess() {
      let worker = waiting.pop();
      while (worker?.isAlive() === false) worker = waiting.pop();
      const found = worker ?? start(most);
      return orderFor(found, () => {
        if (isEnded) found.end();
        else waiting.push(found);
      });
    },
    async end() {
      isEnded = true;
      await Promise.all(waiting.splice(0).map(endWorker));
    },
  };
}

export interface SenderWorker {
  on(event: 'message' | 'error' | 'exit', listener: (message: unknown) => void): unknown;
  off(event: 'message' | 'error' | 'exit', listener: (message: unknown) => void): unknown;
  send(order: Order, done: (error: Error | null) => void): unknown;
  isAlive(): boolean;
  end(): void;
}

function endWorker(worker: SenderWorker): Promise<void> {
  return new Promise((resolve) => {
    if (!worker.isAlive()) return resolve();
    worker.on('exit', () => resolve());
    worker.end();
  });
}

function startWorker(most: number): SenderWorker {
  const cwd = mkdtempSync(join(tmpdir(), 'mini-login-sender-'));
  const child = forkScript(join(import.meta.dirname, 'worker.ts'), cwd, [String(most)], 'ignore');
  let isAlive = true;
  const forget = () => {
    isAlive = false;
    rmSync(cwd, { recursive: true, force: true });
  };
  child.once('error', forget).once('exit', forget);
  return Object.assign(child, { isAlive: () => isAlive, end: () => endGroupOf(child) });
}

/** One order of a process: over when it says that it is ready for another one, or ends. */
function orderFor(worker: SenderWorker, giveBack: () => void): SendingProcess {
  const one = new EventEmitter();
  let isOver = false;
  const finish = () => {
    if (isOver) return;
    isOver = true;
    worker.off('message', receive);
    for (const event of ends) worker.off(event, finish);
    giveBack();
    one.emit('exit');
  };
  const receive = (message: unknown) => {
    if (ready.safeParse(message).success) finish();
    else one.emit('message', message);
  };
  worker.on('message', receive);
  for (const event of ends) worker.on(event, finish);
  return Object.assign(one, {
    // A process that ended while it waited takes none: nothing has begun.
    send: (order: Order) => worker.send(order, (error) => (error === null ? undefined : finish())),
    end: () => (isOver ? undefined : worker.end()),
  });
}
