import type { Failure } from '../failure';
import type { Asking } from '../state';
import { goBackWithError } from './go-back';
import { type Context, type EventOf, type Step, stay } from './row';
import { proceed } from './send';

/* What the person decides on the log-in screen. */

/** Taking the yes back also takes back the phone that WeChat may be asking for. */
export function tick(state: Asking, { agreed }: EventOf<'agreementsToggled'>, { now }: Context): Step {
  if (!agreed) return stay({ ...state, agreedAt: null, phonePrompt: null });
  return stay({ ...state, agreedAt: state.agreedAt ?? now, notice: withoutConsentNotice(state) });
}

/** The primary button: without the agreements it asks for them first. */
export function goOn(state: Asking, _: EventOf<'primaryTapped'>, context: Context): Step {
  return goOnWith(state.launch.phone === 'none' ? 'withoutPhone' : 'phone', state, context);
}

export function goOnWithoutPhone(state: Asking, _: EventOf<'withoutPhoneTapped'>, context: Context): Step {
  return state.launch.phone === 'optional' ? goOnWith('withoutPhone', state, context) : stay(state);
}

/** One tap agrees and goes on. The sheet stays while WeChat asks: its button has to be there for the answer (facts on WeChat, 4). */
export function agreeAndGoOn(state: Asking, _: EventOf<'sheetAgreed'>, context: Context): Step {
  if (state.sheet === null || state.loginCode.status === 'fetching') return stay(state);
  return goOnWith(state.sheet, { ...state, agreedAt: state.agreedAt ?? context.now, notice: null }, context);
}

function goOnWith(way: 'phone' | 'withoutPhone', state: Asking, context: Context): Step {
  const { agreedAt, loginCode } = state;
  if (agreedAt === null) return stay({ ...state, sheet: way });
  // The button shows that it waits; its deadline is running.
  if (loginCode.status === 'fetching') return stay(state);
  if (way === 'phone') return stay({ ...state, notice: null, phonePrompt: { since: context.now, hidden: false } });
  const { attempt, lang, lacks, launch, privacy, agreements } = state;
  return proceed({ attempt, lang, lacks, launch, privacy, agreements, agreedAt, phone: null }, loginCode, context);
}

export function closeSheet(state: Asking): Step {
  if (state.sheet === null) return stay(state);
  return stay({ ...state, sheet: null, notice: state.agreedAt === null ? consentRefused : state.notice });
}

/** "Not now" is answered with the reason that the person gave before, if there was one. */
export function decline(state: Asking, _: EventOf<'declined'>, context: Context): Step {
  const refusal = state.sheet !== null && state.agreedAt === null ? consentRefused : (state.notice ?? cancelled);
  return goBackWithError(state, state.launch, state.launch, refusal, context);
}

function withoutConsentNotice({ notice }: Asking): Failure | null {
  return notice?.code === 'consent_refused' ? null : notice;
}

const consentRefused: Failure = { code: 'consent_refused', message: 'The person did not agree to the agreements' };
const cancelled: Failure = { code: 'user_cancelled', message: 'The person chose not to log in' };
