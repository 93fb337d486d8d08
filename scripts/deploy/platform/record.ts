import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceRecord } from '../upload/record';

/** 0: approved, 1: rejected, 2: under review, 3: withdrawn, 4: delayed; as WeChat numbers them. */
const review = z.strictObject({ id: z.number(), status: z.number(), reason: z.string() });

/**
 * How far a mini program is with what is to be committed to it. What can't be taken back is written
 * down before it is sent: `committing`, `submitting` and `releasing` mean that it may have arrived,
 * and WeChat is asked before anything is sent again. `replaced`: it was live, and is no longer.
 */
const platformRecord = z.strictObject({
  v: z.literal(1),
  brand: z.string(),
  appId: z.string(),
  /** Of template, ext_json and version: another one is another beginning. */
  digest: z.string(),
  version: z.string(),
  description: z.string(),
  state: z.enum([
    'new',
    'committing',
    'committed',
    'checked',
    'submitting',
    'submitted',
    'releasing',
    'released',
    'replaced',
  ]),
  /** ms since 1970, of the last change. */
  at: z.number(),
  review: review.nullable(),
});

export type PlatformRecord = z.output<typeof platformRecord>;

/** Something was sent, and its answer is not written down. */
export function isUnderWay({ state }: Pick<PlatformRecord, 'state'>): boolean {
  return state === 'committing' || state === 'submitting' || state === 'releasing';
}

/** Null: there is none, or one that nobody can read; WeChat is asked then. */
export function readPlatformRecord(folder: string, appId: string): PlatformRecord | null {
  try {
    return platformRecord.parse(JSON.parse(readFileSync(fileOf(folder, appId), 'utf8')));
  } catch {
    return null;
  }
}

/** @throws when the disk does not take it: then nothing may be sent. */
export function writePlatformRecord(folder: string, record: PlatformRecord): void {
  mkdirSync(join(folder, 'records'), { recursive: true });
  replaceRecord(fileOf(folder, record.appId), JSON.stringify(record));
}

function fileOf(folder: string, appId: string): string {
  return join(folder, 'records', `${appId}.json`);
}
