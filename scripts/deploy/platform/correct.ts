import { isDiskError } from '../disk';
import { corrected, type Found } from './find';
import { isUnderWay, type PlatformRecord, readPlatformRecord, writePlatformRecord } from './record';
import { lockRun } from './run-lock';

/**
 * Writes down what WeChat has said just now, where the record says otherwise. While a run is at it,
 * or something is under way, the record is the run's.
 *
 * @returns what the record should say.
 */
export function correctRecord(out: string, kept: PlatformRecord, found: Found): PlatformRecord {
  const right = { ...kept, ...corrected(found, kept) };
  if (isUnderWay(kept)) return kept;
  if (JSON.stringify(right) === JSON.stringify(kept)) return kept;
  const unlock = lockRun(out);
  if (typeof unlock === 'number') return right;
  try {
    // A run may have ended since it was read.
    const { at } = readPlatformRecord(out, kept.appId) ?? {};
    if (at === kept.at) writePlatformRecord(out, right);
  } catch (error) {
    // It is said all the same, and asked again next time.
    if (!isDiskError(error)) throw error;
  } finally {
    unlock();
  }
  return right;
}
