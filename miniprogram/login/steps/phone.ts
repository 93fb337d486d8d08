import type { Failure, FailureCode } from '../failure';
import { type PhoneRefusal, readPhoneAnswer } from '../phone';
import type { Asking } from '../state';
import { fail } from './fail';
import { refreshIfOld } from './login-code';
import { proceed } from './send';
import { type Context, type EventOf, type Step, stay } from './step';
import { noteHidden } from './visit';

/** What a refusal is to us, and whether the login screen can go on after it. */
const refusals: Readonly<
  Record<
    PhoneRefusal,
    { readonly code: FailureCode; readonly canGoOn: boolean; readonly message: string }
  >
> = {
  denied: {
    code: 'phone_denied',
    canGoOn: true,
    message: 'The person did not share the phone number',
  },
  privacyRefused: {
    code: 'privacy_refused',
    canGoOn: true,
    message: "The person did not accept WeChat's privacy contract",
  },
  privacyUndeclared: {
    code: 'privacy_undeclared',
    canGoOn: false,
    message: "The phone number is not declared in this program's privacy contract with WeChat",
  },
  noPermission: {
    code: 'phone_unavailable',
    canGoOn: false,
    message: 'This program may not ask WeChat for phone numbers',
  },
  noQuota: {
    code: 'phone_quota',
    canGoOn: false,
    message: "This program's quota of phone numbers is used up",
  },
  unavailable: {
    code: 'phone_unavailable',
    canGoOn: false,
    message: 'WeChat gave no phone number',
  },
};

/** Only the answer to a prompt that consent was given for counts, and only the first. */
export function takePhone(
  state: Asking,
  { detail }: EventOf<'phoneAnswered'>,
  context: Context,
): Step {
  const { phonePrompt, visit, consent, loginCode } = state;
  const { yes } = consent;
  if (phonePrompt === null || yes === null) return stay(state);
  const answer = readPhoneAnswer(detail);
  if (answer.kind !== 'ok') return refuse(state, answer.kind, context);
  const since = phonePrompt.hidden ? phonePrompt.since : context.now;
  return proceed(
    { visit, consent: { ...consent, yes }, phone: { grant: answer.grant, since } },
    loginCode,
    context,
  );
}

function refuse(state: Asking, kind: PhoneRefusal, context: Context): Step {
  const { visit } = state;
  const { code, canGoOn, message } = refusals[kind];
  const notice: Failure = { code, message };
  // Where the phone is optional, there is another way on.
  if (!canGoOn && visit.launch.phone !== 'optional') return fail(state, notice, context);
  const privacy = kind === 'privacyRefused' ? { ...visit.privacy, refused: true } : visit.privacy;
  return refreshIfOld(
    { ...state, visit: { ...visit, privacy }, sheet: null, notice, phonePrompt: null },
    context,
  );
}

/** An answer that comes after the program was away may have been waiting for it. */
export function markPrompt(state: Asking): Step {
  const { phonePrompt } = state;
  return noteHidden(
    phonePrompt === null ? state : { ...state, phonePrompt: { ...phonePrompt, hidden: true } },
  );
}
