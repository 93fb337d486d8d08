import { type Failure, type FailureCode, isShown } from '../failure';
import { readPhoneAnswer } from '../phone';
import type { Asking } from '../state';
import { refuseContract } from '../terms';
import type { WeChatError } from '../wechat-error';
import { fail } from './fail';
import { refreshIfOld } from './login-code';
import { choosePayload, proceed } from './send';
import { type Context, type EventOf, type Step, stay } from './step';

/** For the developer of the app. */
const messages: Readonly<Partial<Record<FailureCode, string>>> = {
  phone_denied: 'The person did not share the phone number',
  privacy_refused: "The person did not accept WeChat's privacy contract",
  privacy_undeclared:
    "The phone number is not declared in this program's privacy contract with WeChat",
  phone_not_allowed: 'This program has no right to ask WeChat for phone numbers',
  phone_quota: "This program's quota of phone numbers is used up",
  network: 'WeChat could not be reached for the phone number',
  timeout: 'WeChat did not answer in time about the phone number',
};

/** Only the answer to a prompt that consent was given for counts, and one number. */
export function takePhone(
  state: Asking,
  { detail }: EventOf<'phoneAnswered'>,
  context: Context,
): Step {
  const { phonePrompt, visit, consent, loginCode } = state;
  const { yes } = consent;
  if (phonePrompt === null || yes === null) return stay(state);
  const answer = readPhoneAnswer(detail);
  if (answer.kind !== 'ok') return refuse(state, failureOf(answer), context);
  const { grant } = answer;
  const payload = choosePayload(grant, visit.launch, visit.brand);
  if (!('connection' in payload)) return refuse(state, payload, context);
  const phone = { grant, since: phonePrompt.since };
  return proceed({ visit, consent: { ...consent, yes }, phone }, loginCode, context);
}

function failureOf({ code, detail }: WeChatError): Failure {
  const message = messages[code] ?? 'WeChat gave no phone number';
  return { code, message, ...(detail === '' ? {} : { detail }) };
}

function refuse(state: Asking, notice: Failure, context: Context): Step {
  const { visit, phonePrompt } = state;
  // A no of the person's is no end; and where the phone is optional, there is another way on.
  if (isShown(notice) && visit.launch.phone !== 'optional') return fail(state, notice, context);
  const asked = notice.code === 'privacy_refused' ? refuseContract(state) : state;
  const left = visit.asks ? phonePrompt : null;
  return refreshIfOld({ ...asked, sheet: null, notice, phonePrompt: left }, context);
}
