import type { Failure, FailureCode } from '../failure';
import { type PhoneRefusal, readPhoneAnswer } from '../phone';
import type { Asking } from '../state';
import { fail } from './fail';
import { refreshIfOld } from './login-code';
import { type Context, type EventOf, type Step, stay } from './row';
import { proceed } from './send';

/** What a refusal is to us, and whether the log-in screen can go on after it. */
const refusals: Readonly<
  Record<PhoneRefusal, { readonly code: FailureCode; readonly canGoOn: boolean; readonly message: string }>
> = {
  denied: { code: 'phone_denied', canGoOn: true, message: 'The person did not share the phone number' },
  privacyRefused: { code: 'privacy_refused', canGoOn: true, message: "The person did not accept WeChat's privacy contract" },
  privacyUndeclared: {
    code: 'privacy_undeclared',
    canGoOn: false,
    message: "The phone number is not declared in this program's privacy contract with WeChat",
  },
  noPermission: { code: 'phone_unavailable', canGoOn: false, message: 'This program may not ask WeChat for phone numbers' },
  noQuota: { code: 'phone_quota', canGoOn: false, message: "This program's quota of phone numbers is used up" },
  unavailable: { code: 'phone_unavailable', canGoOn: false, message: 'WeChat gave no phone number' },
};

/** Only the answer to a prompt that consent was given for counts, and only the first. */
export function takePhone(state: Asking, { detail }: EventOf<'phoneAnswered'>, context: Context): Step {
  const { phonePrompt, agreedAt, loginCode } = state;
  if (phonePrompt === null || agreedAt === null) return stay(state);
  const answer = readPhoneAnswer(detail);
  if (answer.kind !== 'ok') return refuse(state, answer.kind, context);
  const { attempt, lang, lacks, launch, privacy, agreements } = state;
  const since = phonePrompt.hidden ? phonePrompt.since : context.now;
  const ready = { attempt, lang, lacks, launch, privacy, agreements, agreedAt, phone: { grant: answer.grant, since } };
  return proceed(ready, loginCode, context);
}

function refuse(state: Asking, kind: PhoneRefusal, context: Context): Step {
  const { code, canGoOn, message } = refusals[kind];
  const failure: Failure = { code, message };
  // Where the phone is optional, there is another way on.
  if (!canGoOn && state.launch.phone !== 'optional') return fail(state, failure, state, context);
  const privacy = kind === 'privacyRefused' ? { ...state.privacy, needsAuthorization: true } : state.privacy;
  return refreshIfOld({ ...state, sheet: null, notice: failure, phonePrompt: null, privacy }, context);
}
