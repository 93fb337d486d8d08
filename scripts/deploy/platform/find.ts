import { z } from 'zod';
import type { PlatformRecord } from './record';
import type { WechatAnswer, WechatApi } from './wechat-api';

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
  auditid: z.number(),
  status: z.number(),
  reason: z.string().default(''),
  user_version: z.string().default(''),
  user_desc: z.string().default(''),
});

/** There is no version, or no review, to tell of. */
const NONE = [85012, 85019, 86001];

/** Asks WeChat; what came instead of an answer, where none came. */
export async function findState(
  api: WechatApi,
  appId: string,
): Promise<Found | Exclude<WechatAnswer, { kind: 'ok' }>> {
  const info = await api.post(appId, '/wxa/getversioninfo', {});
  if (info.kind !== 'ok' && !isNone(info)) return info;
  const audit = await api.get(appId, '/wxa/get_latest_auditstatus');
  if (audit.kind !== 'ok' && !isNone(audit)) return audit;
  const known = versions.safeParse(info.kind === 'ok' ? info.body : {});
  const review = audit.kind === 'ok' ? latest.safeParse(audit.body) : null;
  if (!known.success || review?.success === false)
    return { kind: 'unsure', message: 'the answer has another shape than WeChat documents' };
  const { exp_info: trial, release_info: live } = known.data;
  return {
    trial: trial ? { version: trial.exp_version, description: trial.exp_desc } : null,
    live: live ? { version: live.release_version, description: live.release_desc } : null,
    review: review
      ? {
          id: review.data.auditid,
          status: review.data.status,
          // WeChat's words, for reports.
          reason: api.options.secrets.hide(review.data.reason),
          version: review.data.user_version,
          description: review.data.user_desc,
        }
      : null,
  };
}

function isNone(answer: WechatAnswer): boolean {
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

function markOf({ description }: Version): string | null {
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

function plain({ id, status, reason }: NonNullable<Found['review']>) {
  return { id, status, reason };
}
