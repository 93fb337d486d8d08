import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { remedies, todo, troubles } from '../../messages/platform';
import { say } from '../../messages/say';
import { isDiskError } from '../disk';
import { declare, type Needs } from './declare';
import type { Timing } from './pace';
import { isUnderWay, type PlatformRecord, readPlatformRecord, writePlatformRecord } from './record';
import { lastRecord, takeReview } from './release';
import type { PlatformRun } from './run';
import {
  type After,
  commit,
  lookUp,
  recover,
  release,
  type StepContext,
  submit,
  waitForCheck,
} from './steps';
import { lostTrouble, type Trouble, trouble, troubleOf } from './trouble';

/** What is to be committed to one mini program. */
export interface Target {
  readonly brand: string;
  readonly appId: string;
  readonly version: string;
  readonly extJson: string;
  /** Absent: it is not known, and nothing is declared. */
  readonly needs?: Needs;
}

/** What came of one brand. A brand's failure is its own: it stops no other. */
export type PlatformShipment =
  | {
      readonly ok: true;
      readonly brand: string;
      readonly appId: string;
      readonly version: string;
      readonly state: PlatformRecord['state'];
      readonly review: PlatformRecord['review'];
      /** Of a dry run: what would be sent. */
      readonly extBytes?: number;
      readonly ms: number;
    }
  | ({
      readonly ok: false;
      readonly brand: string;
      readonly appId: string | null;
      readonly version: string | null;
    } & Trouble);

/** How often one call's fate is looked for, with a pause before each that grows. */
const MOST_LOST = 5;
const PAUSE_MS = 1_000;

/** Real time. */
export const realTiming: Timing = { now: () => Date.now(), wait: (ms) => sleep(ms) };

/**
 * Brings one mini program as far as the run wants, from wherever it is: what can't be taken back is
 * written down before it is sent, and what was cut off is asked of WeChat before anything is sent
 * again. So a run that ended at any moment is continued by the next.
 */
export async function shipOnPlatform(
  run: PlatformRun,
  target: Target,
  onProgress: (words: string) => void = () => undefined,
): Promise<PlatformShipment> {
  const { extJson } = target;
  const record = begin(run, target);
  const declaring = declaringStep(run, target);
  return await conclude(target, () =>
    advance(run, { record, extJson, declaring, look: lookUp, nextStep }, onProgress),
  );
}

/**
 * Releases what this tool has submitted and WeChat has approved, whatever the pack says by now:
 * nothing is committed.
 */
export async function releaseOnPlatform(
  run: PlatformRun,
  { brand, appId }: Pick<Target, 'brand' | 'appId'>,
  onProgress: (words: string) => void = () => undefined,
): Promise<PlatformShipment> {
  const record = lastRecord(run, { brand, appId });
  const start = { record, extJson: '', declaring: null, look: takeReview, nextStep: nextOfRelease };
  return await conclude({ brand, appId, version: null }, () => advance(run, start, onProgress));
}

async function conclude(
  { brand, appId, version }: Pick<Target, 'brand' | 'appId'> & { readonly version: string | null },
  ship: () => Promise<After>,
): Promise<PlatformShipment> {
  const startedAt = performance.now();
  const fail = (why: Trouble) => ({ ok: false, brand, appId, version, ...why }) as const;
  try {
    const after = await ship();
    if ('trouble' in after) return fail(after.trouble);
    const { state, review, version } = after.record;
    const ended = endedTrouble(after.record);
    if (ended !== null) return fail(ended);
    const ms = performance.now() - startedAt;
    return { ok: true, brand, appId, version, state, review, ms };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return fail(trouble(isDiskError(error) ? 'disk' : 'error', words, null));
  }
}

/** WeChat is done with it, and it is not live. */
function endedTrouble({ state, review }: PlatformRecord): Trouble | null {
  if (state === 'replaced')
    return trouble('replaced', say(troubles.replaced()), say(remedies.newVersion()));
  if (state !== 'submitted') return null;
  if (review?.status === 1) return trouble('rejected', review.reason, say(todo.rejected()));
  return review?.status === 3
    ? trouble('withdrawn', say(troubles.withdrawn()), say(todo.withdrawn()))
    : null;
}

type Step = (context: StepContext) => Promise<After>;

interface Start {
  readonly record: PlatformRecord;
  readonly extJson: string;
  /** What is declared after the check; null: nothing. */
  readonly declaring: Step | null;
  /** Asks WeChat what it has. */
  readonly look: Step;
  readonly nextStep: typeof nextStep;
}

async function advance(
  run: PlatformRun,
  start: Start,
  onProgress: (words: string) => void,
): Promise<After> {
  let { record, declaring } = start;
  const { extJson, look } = start;
  // Whether WeChat has said it since the last change. What was cut off is waited for before it is asked.
  let isSaid = false;
  let isBegun = isUnderWay(record);
  for (let lost = 0; ; ) {
    const step = isBegun ? start.nextStep(record, run, { isSaid, declaring }) : look;
    if (step === null) return { record };
    const after: After = await step({
      run,
      record,
      extJson,
      save(change) {
        record = { ...record, ...change, at: run.timing.now() };
        writePlatformRecord(run.out, record);
        return record;
      },
      say: onProgress,
    });
    if ('trouble' in after) return after;
    record = after.record;
    if (after.lost === undefined) {
      isBegun = true;
      if (step === declaring) declaring = null;
      else if (step !== waitForCheck) isSaid = [look, lookUp, recover].includes(step);
      continue;
    }
    // What WeChat said before it is remembered, and no ground for a release.
    isSaid = false;
    lost += 1;
    if (lost > MOST_LOST) return { trouble: lostOf(record, after.lost) };
    await run.timing.wait(PAUSE_MS * lost);
  }
}

function declaringStep({ setUp }: PlatformRun, { needs }: Target): Step | null {
  if (setUp === null || needs === undefined) return null;
  return (context) => declare(context, needs, setUp);
}

function lostOf({ state, brand }: PlatformRecord, message: string): Trouble {
  return isUnderWay({ state })
    ? lostTrouble(message)
    : troubleOf({ kind: 'offline', message }, brand);
}

/** Where it stood when something of the same target was last written down here. */
function begin(run: PlatformRun, { brand, appId, version, extJson }: Target): PlatformRecord {
  const digest = createHash('sha256')
    .update(JSON.stringify([run.templateId, version, extJson]))
    .digest('hex')
    .slice(0, 12);
  const known = readPlatformRecord(run.out, appId);
  if (known?.digest === digest) return known;
  // WeChat gives the description back, and so says whether a version is the one that is meant.
  const description = `${run.description.slice(0, 100)} [${digest}]`;
  return {
    ...{ v: 1, brand, appId, digest, version, description },
    ...{ state: 'new', at: run.timing.now(), review: null },
  };
}

/** Null: this is as far as the run wants, or as WeChat lets it for now. */
function nextStep(
  { state, review }: PlatformRecord,
  run: PlatformRun,
  { isSaid, declaring }: { readonly isSaid: boolean; readonly declaring: Step | null },
): Step | null {
  switch (state) {
    case 'new':
      return commit;
    case 'committing':
    case 'submitting':
    case 'releasing':
      return recover;
    case 'committed':
      return waitForCheck;
    case 'checked':
      if (declaring !== null) return declaring;
      if (run.submit) return submit;
      return isSaid ? null : lookUp;
    case 'submitted':
      if (!isSaid) return lookUp;
      return run.release && review?.status === 0 ? release : null;
    case 'released':
    case 'replaced':
      return null;
  }
}

/** The same of a run that releases alone. */
function nextOfRelease(
  record: PlatformRecord,
  run: PlatformRun,
  known: Parameters<typeof nextStep>[2],
): Step | null {
  const { state } = record;
  const isBefore = ['new', 'committing', 'committed', 'checked'].includes(state);
  return isBefore ? takeReview : nextStep(record, run, known);
}
