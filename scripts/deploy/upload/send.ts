import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { say } from '../../messages/say';
import { failures } from '../../messages/upload';
import { type ShippedProgram, writeProject } from '../project';
import { busyFailure, endedFailure, failureOf, lostFailure, type UploadFailure } from './failure';
import type { Order } from './order';
import { readRecord, type UploadOutcome, uploadRecord } from './record';
import { isSending, type Sender, thisMachine } from './sender';
import { openSenders, type StartProcess } from './senders';

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
  /** A process for this order alone, when left out. */
  readonly startProcess?: StartProcess | undefined;
}

type NewOrder = Omit<Order, 'project' | 'limit'>;

/**
 * Sends a program to WeChat, once: a second call with the same record, also of another process,
 * sends nothing and waits for what came of the first, as long as WeChat is waited for. `again` waits
 * for nobody.
 */
export async function sendProgram(
  program: ShippedProgram,
  order: NewOrder,
  {
    pauses = [1_000, 3_000],
    onProgress = () => undefined,
    again = false,
    startProcess = openSenders(1).startProcess,
  }: SendOptions = {},
): Promise<Sent> {
  const known = again ? null : knownOf(await settled(order));
  if (known !== null) return known;
  for (let pause = 0; ; pause += 1) {
    discard(order.record, again);
    const after =
      (await trySending(program, order, onProgress, startProcess)) ?? (await settled(order));
    if (after.state === 'sent')
      return { ok: true, packages: after.packages, ms: after.ms, earlier: false };
    if (after.state === 'busy') return { ok: false, failure: busyFailure(after.by) };
    if (after.state === 'none') return { ok: false, failure: endedFailure() };
    if (after.state !== 'failed') return { ok: false, failure: lostFailure() };
    const failure = failureOf(after);
    const wait = pauses[pause];
    if (failure.reason !== 'network' || failure.mayHaveArrived || wait === undefined)
      return { ok: false, failure };
    onProgress(say(failures.again(failure.message)));
    await sleep(wait);
  }
}

/** Null: it is right to send. */
function knownOf(before: Settled): Sent | null {
  if (before.state === 'sent')
    return { ok: true, packages: before.packages, ms: before.ms, earlier: true };
  if (before.state === 'busy') return { ok: false, failure: busyFailure(before.by) };
  if (before.state === 'lost') return { ok: false, failure: lostFailure() };
  return before.state === 'failed' && before.mayHaveArrived
    ? { ok: false, failure: failureOf(before) }
    : null;
}

/** Makes room for a new try, unless another process has begun one meanwhile. */
function discard(file: string, again: boolean): void {
  const found = readRecord(file);
  const isHarmless =
    found === null || (found !== 'unreadable' && found.state === 'failed' && !found.mayHaveArrived);
  if (again || isHarmless) rmSync(file, { force: true });
}

async function trySending(
  program: ShippedProgram,
  order: NewOrder,
  onProgress: (words: string) => void,
  startProcess: StartProcess,
): Promise<UploadOutcome | null> {
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-upload-'));
  try {
    const project = join(folder, 'project');
    mkdirSync(dirname(order.record), { recursive: true });
    writeProject(project, program, order.appId);
    const child = startProcess();
    let outcome: UploadOutcome | null = null;
    child.on('message', (message) => {
      const said = report.safeParse(message).data;
      outcome = said?.outcome ?? outcome;
      if (said?.progress) onProgress(said.progress);
    });
    const limit = limitOf(order);
    await new Promise<void>((resolve) => {
      // It keeps its own time, from each of a few questions; this is for one that hangs altogether.
      const late = setTimeout(() => child.end(), limit);
      child.once('error', () => resolve());
      child.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      child.send({ ...order, project, limit } satisfies Order);
    }).finally(() => child.end());
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the sending process reports while it is at it. */
const report = z.object({
  progress: z.string().optional(),
  outcome: uploadRecord.optional().transform((one) => (one?.state === 'sending' ? null : one)),
});

/** ms: the tool prepares for two minutes at most, and asks WeChat four times. */
function limitOf({ timeout }: NewOrder): number {
  return 4 * timeout + 180_000;
}

type Settled =
  | UploadOutcome
  | { readonly state: 'none' | 'lost' }
  | { readonly state: 'busy'; readonly by: Sender };

/** What is known of an upload, once nobody is at it, or this one has waited long enough. */
async function settled({ record, timeout }: NewOrder): Promise<Settled> {
  for (const waitingSince = performance.now(); ; await sleep(100)) {
    const found = readRecord(record);
    if (found === null) return { state: 'none' };
    if (found === 'unreadable') return { state: 'lost' };
    if (found.state !== 'sending') return found;
    if (!isSending(found.by, thisMachine())) return afterAll(record);
    if (performance.now() - waitingSince > timeout) return { state: 'busy', by: found.by };
  }
}

/** It may have written its last word just before it ended. */
function afterAll(file: string): Settled {
  const last = readRecord(file);
  if (last === null) return { state: 'none' };
  return last === 'unreadable' || last.state === 'sending' ? { state: 'lost' } : last;
}
