import { z } from 'zod';
import { wholeNumber } from './number';
import type { PlatformRecord } from './record';
import { oneLine } from './secrets';
import type { NotOk, WechatAnswer, WechatApi } from './wechat-api';

/** What WeChat knows of a mini program, as far as it matters here. */
export interface Found {
  readonly trial: Version | null;
  readonly live: Version | null;
  readonly review: (NonNullable<PlatformRecord['review']> & Version) | null;
}

export interface Version {
  readonly version: string;
  readonly description: string;
}

const versions = z.object({
  exp_info: z.object({ exp_version: z.string(), exp_desc: z.string().default('') }).optional(),
  release_info: z
    .object({ release_version: z.string(), release_desc: z.string().default('') })
    .optional(),
});
const latest = z.object({
  auditid: wholeNumber,
  status: wholeNumber,
  reason: z.string().default(''),
  user_version: z.string().default(''),
  user_desc: z.string().default(''),
});

/**
 * There is no version, or no review, to tell of. For a program that never had a review WeChat's
 * documents name 85012, and WeChat's own console for platforms expects 85058.
 * https://github.com/WeixinCloud/wxcloudrun-wxcomponent
 */
export const NONE: readonly number[] = [85012, 85019, 85058, 86001];

/** Asks WeChat; what came instead of an answer, where none came. */
export async function findState(api: WechatApi, appId: string): Promise<Found | NotOk> {
  const info = await api.ask(appId, '/wxa/getversioninfo', versions, {});
  if (info.kind !== 'ok' && !isNone(info)) return info;
  const audit = await api.ask(appId, '/wxa/get_latest_auditstatus', latest);
  if (audit.kind !== 'ok' && !isNone(audit)) return audit;
  const { exp_info: trial, release_info: live } = info.kind === 'ok' ? info.body : {};
  const review = audit.kind === 'ok' ? audit.body : null;
  return {
    trial: trial ? { version: oneLine(trial.exp_version), description: trial.exp_desc } : null,
    live: live ? { version: oneLine(live.release_version), description: live.release_desc } : null,
    review: review
      ? {
          id: review.auditid,
          status: review.status,
          // WeChat's words, for reports.
          reason: api.options.secrets.hide(review.reason),
          version: oneLine(review.user_version),
          description: review.user_desc,
        }
      : null,
  };
}

function isNone(answer: WechatAnswer<unknown>): boolean {
  return answer.kind === 'refused' && NONE.includes(answer.errcode);
}

/**
 * Whether this is what the record is about: the description ends with the record's mark. What stands
 * before it is the words of a run, and another run's are others.
 */
export function isSame(one: Version | null, record: Version): boolean {
  const mark = markOf(record);
  return one?.version === record.version && mark !== null && markOf(one) === mark;
}

/** The same of two that WeChat has, whoever has sent them. */
export function isOneVersion(one: Version | null, other: Version | null): boolean {
  if (one === null || other === null) return false;
  const isEqual = one.version === other.version && one.description === other.description;
  return isEqual || isSame(one, other);
}

/**
 * Whether this number was submitted, or is live, of another template or ext_json of ours. It would be
 * reviewed a second time under one number, and nobody could tell the two apart.
 */
export function isNumberTaken({ live, review }: Found, record: Version): boolean {
  return [live, review].some(
    (one) =>
      one?.version === record.version && markOf(one) !== null && markOf(one) !== markOf(record),
  );
}

/** Another version was committed and submitted: whether ours was before it, nobody says. */
export function isOthers({ trial, review }: Found): boolean {
  return isOneVersion(trial, review);
}

/** What the description of a version ends with that this tool has sent; null: it is another's. */
export function markOf({ description }: Version): string | null {
  return / (\[[0-9a-f]+\])$/.exec(description)?.[1] ?? null;
}

/** As far as WeChat has what the record is about; `new`: it has nothing of it. */
export function stateAt(
  { trial, live, review }: Found,
  record: Version,
): Pick<PlatformRecord, 'state' | 'review'> {
  const own = review && isSame(review, record) ? plain(review) : null;
  if (isSame(live, record)) return { state: 'released', review: own };
  if (own) return { state: 'submitted', review: own };
  return { state: isSame(trial, record) ? 'committed' : 'new', review: null };
}

/**
 * What the record should say. WeChat's word counts: it may have gone back to another version since,
 * its owner may have, or another machine. `replaced`: it was live, and another version is.
 */
export function corrected(
  found: Found,
  record: PlatformRecord,
): Pick<PlatformRecord, 'state' | 'review'> {
  const there = stateAt(found, record);
  const { state, review } = record;
  if (state === 'released' || state === 'replaced')
    return there.state === 'released' ? there : { state: 'replaced', review };
  // Another one was submitted after it: that it was submitted stays true.
  if (state === 'submitted' && there.state !== 'submitted' && there.state !== 'released')
    return { state, review };
  return state === 'checked' && there.state === 'committed' ? { state, review: null } : there;
}

function plain({ id, status, reason }: NonNullable<Found['review']>) {
  return { id, status, reason };
}
