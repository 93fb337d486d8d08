import { z } from 'zod';
import { remedies, steps, troubles } from '../../messages/platform';
import { listedInWords, say } from '../../messages/say';
import { type Category, categories } from './category';
import {
  corrected,
  type Found,
  findState,
  isNumberTaken,
  isOthers,
  isSame,
  NONE,
  stateAt,
} from './find';
import { wholeNumber } from './number';
import type { PlatformRecord } from './record';
import type { PlatformRun } from './run';
import { type Trouble, trouble, troubleOf } from './trouble';
import type { NotOk } from './wechat-api';

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

/** Before the next try where WeChat is still at the one before. */
const CONCURRENT = 9402202;
const CHECKING = 61039;
const UNDER_REVIEW = 85009;
const QUOTA = 85085;
const RELEASED = 85052;
/** Nothing is there to submit, or to release: somebody has been there since. */
const NOT_COMMITTED = [...NONE, 85086];
const NOT_APPROVED = [85019, 85020];

/** What WeChat has of it: a record says what was true when it was written. */
export async function lookUp(context: StepContext): Promise<After> {
  context.say(say(steps.asking()));
  const found = await findState(context.run.api, context.record.appId);
  return 'kind' in found ? orLost(found, context.record) : correct(context, found);
}

export function correct({ run, record, save }: StepContext, found: Found): After {
  const right = corrected(found, record);
  if (run.submit && ['new', 'committed', 'checked'].includes(right.state)) {
    const taken = takenTrouble(found, record);
    if (taken !== null) return taken;
  }
  const wasCommitted = record.state === 'committed' || record.state === 'checked';
  if (wasCommitted && right.state === 'new')
    // WeChat may not know of it yet: it is asked once more before it is committed again.
    return { record: save({ ...right, state: 'committing' }), lost: say(troubles.gone()) };
  if (right.state === 'submitted' && !isSame(found.review, record))
    return { trouble: superseded(found) };
  return { record: save(right) };
}

function superseded({ review }: Found): Trouble {
  const problem = review === null ? troubles.reviewGone() : troubles.superseded(review.version);
  return trouble('superseded', say(problem), say(remedies.newVersion()));
}

function takenTrouble(found: Found, record: PlatformRecord): After | null {
  if (!isNumberTaken(found, record)) return null;
  const problem = say(troubles.numberTaken(record.version));
  return { trouble: trouble('superseded', problem, say(remedies.newVersion())) };
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
  // A clock that was set back since does not make it wait for hours.
  if (rest > 0) await run.timing.wait(Math.min(rest, run.settle));
  const found = await findState(run.api, record.appId);
  if ('kind' in found) {
    if (found.kind === 'offline') return { record, lost: found.message };
    const { reason, problems, remedy } = troubleOf(found, record.brand);
    return { trouble: { reason, problems, remedy, mayHaveArrived: true } };
  }
  // It had been submitted: whatever WeChat has by now, it is not begun again.
  if (record.state === 'releasing')
    return correct({ ...context, record: save({ state: 'submitted' }) }, found);
  const { state, review } = stateAt(found, record);
  if (record.state === 'submitting' && state === 'new' && isOthers(found))
    return { trouble: superseded(found) };
  // The check that was over before a submission is over still.
  const isChecked = state === 'committed' && record.state === 'submitting';
  return { record: save({ state: isChecked ? 'checked' : state, review }) };
}

const privacyInfo = z.object({
  without_auth_list: z.array(z.string()).default([]),
  without_conf_list: z.array(z.string()).default([]),
});

export async function waitForCheck(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  const path = '/wxa/security/get_code_privacy_info';
  context.say(say(steps.checking()));
  const until = run.timing.now() + run.checkWithin;
  for (;;) {
    const answer = await run.api.ask(record.appId, path, privacyInfo);
    if (answer.kind === 'ok') {
      const { without_auth_list, without_conf_list } = answer.body;
      const apis = listedInWords([...new Set([...without_auth_list, ...without_conf_list])]);
      if (apis === '') return { record: save({ state: 'checked' }) };
      const problem = say(troubles.privateApis(apis));
      return { trouble: trouble('private-apis', problem, say(remedies.privateApis())) };
    }
    if (answer.kind === 'refused' && NONE.includes(answer.errcode))
      return lookAgain(context, answer.errmsg);
    const isWorthAsking =
      answer.kind === 'refused' ? answer.errcode === CHECKING : answer.kind === 'offline';
    if (!isWorthAsking) return failed(answer, record);
    if (run.timing.now() >= until)
      return { trouble: trouble('check', say(troubles.checkTooLong()), say(remedies.again())) };
    await run.timing.wait(run.checkEvery);
  }
}

/** WeChat says in one place that there is nothing: what does it say in another? */
async function lookAgain(context: StepContext, words: string): Promise<After> {
  const after = await lookUp(context);
  const isUnchanged = 'record' in after && after.record.state === context.record.state;
  return isUnchanged ? { record: after.record, lost: words } : after;
}

/** The only step that can't be made twice: what WeChat has is asked first. */
export async function submit(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  const { api, quota } = run;
  const found = await findState(api, record.appId);
  if ('kind' in found) return orLost(found, record);
  if (stateAt(found, record).state !== 'committed') return correct(context, found);
  const taken = takenTrouble(found, record);
  if (taken !== null) return taken;
  const first = await categoryOf(context);
  if ('trouble' in first || 'record' in first) return first;
  const short = await takeQuota(context);
  if (short !== null) return short;

  context.say(say(steps.submitting()));
  const begun = save({ state: 'submitting' });
  const answer = await api.post(record.appId, '/wxa/submit_audit', {
    item_list: [first],
    version_desc: run.reviewNotes || record.version,
  });
  if (answer.kind === 'ok') {
    const read = z.object({ auditid: wholeNumber }).safeParse(answer.body);
    if (!read.success) return { record: begun, lost: 'the answer names no review' };
    const review = { id: read.data.auditid, status: 2, reason: '' };
    return { record: save({ state: 'submitted', review }) };
  }
  if (answer.kind === 'unsure') return { record: begun, lost: answer.message };
  quota.rest = (quota.rest ?? 0) + 1;
  return refusedSubmission(context, answer);
}

async function refusedSubmission(context: StepContext, answer: NotOk): Promise<After> {
  const { run, save } = context;
  const code = answer.kind === 'refused' ? answer.errcode : null;
  if (code === UNDER_REVIEW) return settle85009(context);
  const back = save({ state: code === CHECKING ? 'committed' : 'checked' });
  const words = wordsOf(answer);
  if (code === CHECKING) return { record: back, lost: words };
  if (NOT_COMMITTED.includes(code ?? 0)) return lookAgain({ ...context, record: back }, words);
  if (code === QUOTA) {
    run.quota.rest = 0;
    return { trouble: noQuota() };
  }
  return orTryAgain(answer, back);
}

async function categoryOf({ run, record }: StepContext): Promise<Category | After> {
  const answer = await run.api.ask(record.appId, '/wxa/get_category', categories);
  if (answer.kind !== 'ok') return orLost(answer, record);
  const [first] = answer.body.category_list;
  return first ?? { trouble: trouble('set-up', say(troubles.noCategory()), say(remedies.setUp())) };
}

const quotaAnswer = z.object({ rest: wholeNumber });

/** Counts this submission; null: there is room for it. */
async function takeQuota({ run, record }: StepContext): Promise<After | null> {
  const { api, quota } = run;
  if (quota.rest === null) {
    const answer = await api.ask(record.appId, '/wxa/queryquota', quotaAnswer);
    if (answer.kind !== 'ok') return orLost(answer, record);
    // Whoever asked meanwhile has counted already.
    quota.rest ??= answer.body.rest;
  }
  if (quota.rest <= 0) return { trouble: noQuota() };
  quota.rest -= 1;
  return null;
}

/** Something is under review: ours, of a call that was cut, or another version. */
async function settle85009({ run, record, save }: StepContext): Promise<After> {
  const found = await findState(run.api, record.appId);
  if ('kind' in found) return { record, lost: wordsOf(found) };
  if (isSame(found.review, record)) return { record: save(stateAt(found, record)) };
  save({ state: 'checked' });
  const answer = { kind: 'refused', errcode: UNDER_REVIEW, errmsg: 'under auditing' } as const;
  return failed(answer, record);
}

export async function release(context: StepContext): Promise<After> {
  const { run, record, save } = context;
  context.say(say(steps.releasing()));
  const begun = save({ state: 'releasing' });
  const answer = await run.api.post(record.appId, '/wxa/release', {});
  if (answer.kind === 'unsure') return { record: begun, lost: answer.message };
  const code = answer.kind === 'refused' ? answer.errcode : null;
  const isSettled = answer.kind === 'ok' || code === RELEASED || NOT_APPROVED.includes(code ?? 0);
  if (!isSettled) return orTryAgain(answer, save({ state: 'submitted' }));
  const found = await findState(run.api, record.appId);
  if ('kind' in found) return { record: begun, lost: wordsOf(found) };
  const there = stateAt(found, record);
  if (there.state === 'released') return { record: save(there) };
  if (answer.kind === 'ok') return { record: begun, lost: say(troubles.gone()) };
  const back = save({ state: 'submitted', review: there.review ?? record.review });
  // Whatever is approved by now is another version, which nobody gave this run.
  if (there.review === null) return { trouble: superseded(found) };
  // It was live, and somebody has gone back to another version.
  if (code === RELEASED) return { record: save({ state: 'replaced' }) };
  // Withdrawn since, for example.
  return there.review.status === 0 ? failed(answer, record) : { record: back };
}

function wordsOf(answer: NotOk): string {
  return answer.kind === 'refused' ? answer.errmsg : answer.message;
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
export function orLost(answer: NotOk, record: PlatformRecord): After {
  return answer.kind === 'unsure' || answer.kind === 'offline'
    ? { record, lost: answer.message }
    : failed(answer, record);
}

function failed(answer: NotOk, { brand }: PlatformRecord): After {
  return { trouble: troubleOf(answer, brand) };
}
