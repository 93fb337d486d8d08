import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endGroupOf, forkScript } from '../fork';
import { type ShippedProgram, writeProject } from '../project';
import { failureOf, lostFailure, type UploadFailure } from './failure';
import { type Order, type Record, record } from './order';

export type Sent =
  | {
      readonly ok: true;
      readonly packages: readonly { readonly name: string; readonly size: number }[];
      readonly ms: number;
      /** An earlier run has sent these very bytes. */
      readonly earlier: boolean;
    }
  | { readonly ok: false; readonly failure: UploadFailure };

export interface SendOptions {
  /** ms before each new try where nothing can have arrived; 1 s and 3 s when left out. */
  readonly pauses?: readonly number[];
  readonly onProgress?: (words: string) => void;
  /** Also what was sent, or may have arrived. */
  readonly again?: boolean;
}

/**
 * Sends a program to WeChat, once: a second call with the same record, also of another process,
 * sends nothing and waits for what came of the first.
 */
export async function sendProgram(
  program: ShippedProgram,
  order: Omit<Order, 'project'>,
  { pauses = [1_000, 3_000], onProgress = () => undefined, again = false }: SendOptions = {},
): Promise<Sent> {
  const before = await settled(order.record);
  const known = again ? null : knownOf(before);
  if (known !== null) return known;
  for (let pause = 0; ; pause += 1) {
    discard(order.record, again);
    await trySending(program, order, onProgress);
    const after = await settled(order.record);
    if (after.state === 'sent')
      return { ok: true, packages: after.packages, ms: after.ms, earlier: false };
    if (after.state !== 'failed') return { ok: false, failure: lostFailure() };
    const failure = failureOf(after);
    const wait = pauses[pause];
    if (failure.reason !== 'network' || failure.mayHaveArrived || wait === undefined)
      return { ok: false, failure };
    onProgress(`${failure.message}; trying again`);
    await sleep(wait);
  }
}

/** Null: it is right to send. */
function knownOf(before: Settled): Sent | null {
  if (before.state === 'sent')
    return { ok: true, packages: before.packages, ms: before.ms, earlier: true };
  if (before.state === 'lost') return { ok: false, failure: lostFailure() };
  return before.state === 'failed' && before.mayHaveArrived
    ? { ok: false, failure: failureOf(before) }
    : null;
}

/** Makes room for a new try, unless another process has begun one meanwhile. */
function discard(file: string, again: boolean): void {
  const found = readRecord(file);
  const isOver = found !== null && (found.state !== 'sending' || !isAlive(found.pid));
  if (isOver && (again || found.state === 'failed')) rmSync(file, { force: true });
}

async function trySending(
  program: ShippedProgram,
  order: Omit<Order, 'project'>,
  onProgress: (words: string) => void,
) {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-upload-'));
  try {
    const project = join(folder, 'project');
    const cwd = join(folder, 'cwd');
    mkdirSync(cwd);
    mkdirSync(dirname(order.record), { recursive: true });
    writeProject(project, program, order.appId);
    const child = forkScript(join(import.meta.dirname, 'worker.ts'), cwd, [], 'ignore');
    child.on('message', (message) =>
      onProgress(String(Reflect.get(Object(message), 'progress') ?? '')),
    );
    await new Promise<void>((resolve) => {
      // It keeps its own time, from each of a few questions anew; this is for one that hangs
      // altogether.
      const late = setTimeout(() => endGroupOf(child), 4 * order.timeout + 180_000);
      child.once('error', () => resolve());
      child.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      child.send({ ...order, project } satisfies Order);
    }).finally(() => endGroupOf(child));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Settled = Exclude<Record, { state: 'sending' }> | { readonly state: 'none' | 'lost' };

/** What is known of an upload, once nobody is at it. */
async function settled(file: string): Promise<Settled> {
  for (;;) {
    const found = readRecord(file);
    if (found === null) return { state: 'none' };
    if (found.state !== 'sending') return found;
    if (!isAlive(found.pid)) {
      const last = readRecord(file);
      return last === null || last.state === 'sending' ? { state: 'lost' } : last;
    }
    await sleep(100);
  }
}

function readRecord(file: string): Record | null {
  try {
    return record.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // Cut off while it was made, before anything was sent or after: treated as the worse of the
    // two.
    return Reflect.get(Object(error), 'code') === 'ENOENT' ? null : { state: 'sending', pid: 0 };
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
