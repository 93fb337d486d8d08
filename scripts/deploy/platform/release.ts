import { remedies, steps, todo, troubles } from '../../messages/platform';
import { say } from '../../messages/say';
import { type Found, findState, isOneVersion, isSame, markOf, stateAt } from './find';
import { type PlatformRecord, readPlatformRecord } from './record';
import type { PlatformRun } from './run';
import { type After, correct, orLost, type StepContext } from './steps';
import { type Trouble, trouble } from './trouble';

/** Where a run begins that releases alone: what it releases, WeChat says. */
export function lastRecord(
  { out, timing }: PlatformRun,
  { brand, appId }: Pick<PlatformRecord, 'brand' | 'appId'>,
): PlatformRecord {
  const none = { digest: '', version: '', description: '', state: 'new', review: null } as const;
  return readPlatformRecord(out, appId) ?? { v: 1, brand, appId, ...none, at: timing.now() };
}

/**
 * What is released is WeChat's last review, and only where this tool has submitted it: the pack, its
 * number or the template may have changed since, and nothing is committed over what is approved.
 */
export async function takeReview(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  context.say(say(steps.asking()));
  const found = await findState(run.api, record.appId);
  if ('kind' in found) return orLost(found, record);
  const { review } = found;
  if (review === null || markOf(review) === null) return { trouble: notOurs(found, record.brand) };
  // The record knows more than WeChat says: whether it was live before, for example.
  if (isSame(review, record)) return correct(context, found);
  const { version, description } = review;
  const digest = /\w+/.exec(markOf(review) ?? '')?.[0] ?? '';
  return { record: save({ digest, version, description, ...stateAt(found, review) }) };
}

function notOurs({ review, live }: Found, brand: string): Trouble {
  return review === null || isOneVersion(live, review)
    ? trouble('not-submitted', say(troubles.notSubmitted()), say(todo.submit(brand)))
    : trouble('not-ours', say(troubles.notOurs(review.version)), say(remedies.notOurs()));
}
