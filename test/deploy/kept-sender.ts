import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endGroupOf } from '@mini-login/platform/processes';
import { forkScript } from '../../scripts/deploy/fork';
import type { StartProcess } from '../../scripts/deploy/upload/senders';

/**
 * Sends by the real tool, in one process for all, also after what failed, where
 * scripts/deploy/upload/senders.ts begins again: to load it costs most of what an upload does.
 */
export interface KeptSender {
  readonly startProcess: StartProcess;
  end(): void;
}

/** Starts the process with the first order, with the environment of that moment. */
export function keepSender(): KeptSender {
  const cwd = mkdtempSync(join(tmpdir(), 'mini-login-kept-'));
  const waiting = new Map<number, EventEmitter>();
  let child: ReturnType<typeof forkScript> | undefined;
  const start = () => {
    const started = forkScript(join(import.meta.dirname, 'kept-worker.ts'), cwd, [], 'ignore');
    started.on('message', (message) => {
      const { id, isOver, ...report }: { id?: number; isOver?: boolean } = Object(message);
      const one = waiting.get(id ?? -1);
      if (isOver) one?.emit('exit');
      else one?.emit('message', report);
    });
    // What waits is told so, as by a process of its own.
    started.once('exit', () => {
      for (const one of waiting.values()) one.emit('exit');
    });
    return started;
  };
  return {
    startProcess() {
      const id = waiting.size;
      const one = new EventEmitter();
      waiting.set(id, one);
      return Object.assign(one, {
        send(order: object) {
          child ??= start();
          child.send({ id, order });
        },
        end: () => undefined,
      });
    },
    end() {
      if (child !== undefined) endGroupOf(child);
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}
