import { z } from 'zod';
import { remedies, steps, troubles } from '../../messages/platform';
import { say } from '../../messages/say';
import { findState, isSame, stateAt } from './find';
import type { PlatformRecord } from './record';
import type { PlatformRun } from './run';
import { type Trouble, trouble, troubleOf } from './trouble';
import type { WechatAnswer } from './wechat-api';

/** The record after a step, or why there is none. `lost`: what became of it is to be found out. */
export type After =
  | { readonly record: PlatformRecord; readonly lost?: string }
  | { readonly trouble: Trouble };

/** One step of one mini program. */
export interface StepContext {
  readonly run: PlatformRun;
  readonly record: PlatformRecord;
  readonly extJson: string;
  /** Writes the record down, and gives it back. */
  save(change: Partial<PlatformRecord>): PlatformRecord;
  say(words: string): void;
}

type NotOk = Exclude<WechatAnswer, { kind: 'ok' }>;

/** Before the next try where WeChat is still at the one before. */
const CONCURRENT = 9402202;
const CHECKING = 61039;
const UNDER_REVIEW = 85009;
const QUOTA = 85085;
const RELEASED = 85052;

/** What WeChat has of it already. */
export async function lookUp({ run, record, save, ...context }: StepContext): Promise<After> {
  context.say(say(steps.asking()));
  const found = await findState(run.api, record.appId);
  return 'kind' in found ? orLost(found, record) : { record: save(stateAt(found, record)) };
}

export async function commit(context: StepContext): Promise<After> {
  const { run, record, extJson, save } = context;
  context.say(say(steps.committing()));
  const begun = save({ state: 'committing', review: null });
  const answer = await run.api.post(record.appId, '/wxa/commit', {
    template_id: run.templateId,
    ext_json: extJson,
    user_version: record.version,
    user_desc: record.description,
  });
  if (answer.kind === 'ok') return { record: save({ state: 'committed' }) };
  if (answer.kind === 'unsure') return { record: begun, lost: answer.message };
  const back = save({ state: 'new' });
  return orTryAgain(answer, back);
}

/** WeChat decides about a call that was cut within seconds; then it is asked what it has. */
export async function recover(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  context.say(say(steps.asking()));
  const rest = record.at + run.settle - run.timing.now();
  if (rest > 0) await run.timing.wait(rest);
  const found = await findState(run.api, record.appId);
  if ('kind' in found) {
    if (found.kind === 'unsure') return { record, lost: found.message };
    const { reason, problems, remedy } = troubleOf(found, record.brand);
    return { trouble: { reason, problems, remedy, mayHaveArrived: true } };
  }
  const { state, review } = stateAt(found, record);
  // The check that was over before a submission is over still.
  const isChecked = state === 'committed' && record.state === 'submitting';
  return { record: save({ state: isChecked ? 'checked' : state, review }) };
}

const privacy = z.object({
  without_auth_list: z.array(z.string()).default([]),
  without_conf_list: z.array(z.string()).default([]),
});

export async function waitForCheck(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  context.say(say(steps.checking()));
  const until = run.timing.now() + run.checkWithin;
  for (;;) {
    const answer = await run.api.get(record.appId, '/wxa/security/get_code_privacy_info');
    if (answer.kind === 'ok') {
      const { without_auth_list, without_conf_list } = privacy.parse(answer.body);
      const apis = [...new Set([...without_auth_list, ...without_conf_list])].join(', ');
      if (apis === '') return { record: save({ state: 'checked' }) };
      const problem = say(troubles.privateApis(apis));
      return { trouble: trouble('private-apis', problem, say(remedies.privateApis())) };
    }
    const isWorthAsking =
      answer.kind === 'refused' ? answer.errcode === CHECKING : answer.kind !== 'token';
    if (!isWorthAsking) return failed(answer, record);
    if (run.timing.now() >= until)
      return { trouble: trouble('check', say(troubles.checkTooLong()), say(remedies.again())) };
    await run.timing.wait(run.checkEvery);
  }
}

/** The only step that can't be made twice: what WeChat has is asked first. */
export async function submit(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  const { api, quota } = run;
  const found = await findState(api, record.appId);
  if ('kind' in found) return orLost(found, record);
  const there = stateAt(found, record);
  if (there.state !== 'committed') return { record: save(there) };
  const category = await api.get(record.appId, '/wxa/get_category');
  if (category.kind !== 'ok') return orLost(category, record);
  const [first] = categories.parse(category.body).category_list;
  if (!first)
    return { trouble: trouble('set-up', say(troubles.noCategory()), say(remedies.setUp())) };
  if (quota.rest === null) {
    const answer = await api.get(record.appId, '/wxa/queryquota');
    if (answer.kind !== 'ok') return orLost(answer, record);
    // Whoever asked meanwhile has counted already.
    quota.rest ??= z.object({ rest: z.number() }).parse(answer.body).rest;
  }
  if (quota.rest <= 0) return { trouble: noQuota() };
  quota.rest -= 1;

  context.say(say(steps.submitting()));
  const begun = save({ state: 'submitting' });
  const answer = await api.post(record.appId, '/wxa/submit_audit', {
    item_list: [first],
    version_desc: run.reviewNotes || record.version,
  });
  if (answer.kind === 'ok') {
    const read = z.object({ auditid: z.number() }).safeParse(answer.body);
    if (!read.success) return { record: begun, lost: 'the answer names no review' };
    const review = { id: read.data.auditid, status: 2, reason: '' };
    return { record: save({ state: 'submitted', review }) };
  }
  if (answer.kind === 'unsure') return { record: begun, lost: answer.message };
  quota.rest += 1;
  if (answer.kind === 'refused' && answer.errcode === UNDER_REVIEW) return settle85009(context);
  const back = save({
    state: answer.kind === 'refused' && answer.errcode === CHECKING ? 'committed' : 'checked',
  });
  if (back.state === 'committed') return { record: back };
  if (answer.kind === 'refused' && answer.errcode === QUOTA) {
    quota.rest = 0;
    return { trouble: noQuota() };
  }
  return orTryAgain(answer, back);
}

const categories = z.object({
  category_list: z
    .array(
      z.object({
        first_class: z.string(),
        first_id: z.number(),
        second_class: z.string(),
        second_id: z.number(),
      }),
    )
    .default([]),
});

/** Something is under review: ours, of a call that was cut, or another version. */
async function settle85009({ run, record, save }: StepContext): Promise<After> {
  const found = await findState(run.api, record.appId);
  if ('kind' in found) return { record, lost: 'message' in found ? found.message : found.errmsg };
  if (isSame(found.review, record)) return { record: save(stateAt(found, record)) };
  save({ state: 'checked' });
  const answer = { kind: 'refused', errcode: UNDER_REVIEW, errmsg: 'under auditing' } as const;
  return failed(answer, record);
}

/** What the reviewer says by now. */
export async function askReview({ run, record, save }: StepContext): Promise<After> {
  const found = await findState(run.api, record.appId);
  if ('kind' in found) return orLost(found, record);
  const there = stateAt(found, record);
  if (there.state === 'submitted' || there.state === 'released') return { record: save(there) };
  // Another run, elsewhere, has submitted another version since.
  return failed({ kind: 'refused', errcode: UNDER_REVIEW, errmsg: 'another version' }, record);
}

export async function release(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  context.say(say(steps.releasing()));
  const begun = save({ state: 'releasing' });
  const answer = await run.api.post(record.appId, '/wxa/release', {});
  if (answer.kind === 'ok') return { record: save({ state: 'released' }) };
  if (answer.kind === 'unsure') return { record: begun, lost: answer.message };
  if (answer.kind === 'refused' && answer.errcode === RELEASED)
    return { record: begun, lost: answer.errmsg };
  const back = save({ state: 'submitted' });
  return orTryAgain(answer, back);
}

function noQuota(): Trouble {
  return trouble('quota', say(troubles.noRest()), say(remedies.quota()));
}

/** Nothing happened, and it is worth trying again in a moment; null: it is not. */
function forNow(answer: NotOk): string | null {
  if (answer.kind === 'offline') return answer.message;
  return answer.kind === 'refused' && answer.errcode === CONCURRENT ? answer.errmsg : null;
}

function orTryAgain(answer: NotOk, record: PlatformRecord): After {
  const words = forNow(answer);
  return words === null ? failed(answer, record) : { record, lost: words };
}

/** A question alone: asked again where the answer got lost. */
function orLost(answer: NotOk, record: PlatformRecord): After {
  return answer.kind === 'unsure' || answer.kind === 'offline'
    ? { record, lost: answer.message }
    : failed(answer, record);
}

function failed(answer: NotOk, { brand }: PlatformRecord): After {
  return { trouble: troubleOf(answer, brand) };
}
