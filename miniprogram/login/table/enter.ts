import type { Effect } from '../effect';
import type { ClientAbility } from '../event';
import type { Failure } from '../failure';
import { publicConfigRequest } from '../genauth/public-config';
import { readEntry } from '../launch/entry';
import { langOf } from '../launch/lang';
import { errorResult, type ReplyTo } from '../result';
import type { About, Launch, LoginCode, Preparing, Privacy, State } from '../state';
import { timing } from '../timing';
import { fail } from './fail';
import { goBackWithError } from './go-back';
import { type Context, type EventOf, type Step, stay } from './row';

type Entered = EventOf<'entered'>;

/**
 * A launch by an app starts anew, whatever was going on: what the old attempt still waits for is dropped by its number, and its
 * consent with it. Coming back to the front changes nothing. Coming in by any other way takes the app behind away.
 */
export function enter(state: State, event: Entered, context: Context): Step {
  const entry = readEntry(event.options, event.language, context.brand);
  const attempt = state.attempt + 1;
  const lacks = event.clientLacks;
  switch (entry.kind) {
    case 'return':
      // Nothing is in front of an idle program: it was destroyed since, and the app behind with it.
      return state.name === 'idle' ? showAbout(attempt, langOf(event.language, context.brand), lacks, context) : stay(state);
    case 'noApp':
      return showAbout(attempt, entry.lang, lacks, context);
    case 'badLaunch': {
      if (isSameAnswer(state, entry.replyTo, entry.failure)) return stay(state);
      const base = { attempt, lang: entry.lang, lacks };
      return silenced(goBackWithError(base, entry.replyTo, null, entry.failure, context));
    }
    case 'launch':
      return isSameLaunch(state, entry.launch) ? stay(state) : silenced(begin(attempt, entry.launch, lacks, context));
  }
}

/**
 * WeChat repeats the options of the launch when the person only went to another app and came back [R]. The app makes `state` new for
 * each launch, so the same one means the same launch, as long as its result has not gone.
 */
function isSameLaunch(state: State, launch: Launch): boolean {
  const current = 'launch' in state ? state.launch : null;
  return launch.state !== null && current !== null && JSON.stringify(current) === JSON.stringify(launch);
}

/** The same for a launch that was not understood: its answer is on its way. */
function isSameAnswer(state: State, replyTo: ReplyTo, failure: Failure): boolean {
  const isGoing = state.name === 'returning' || state.name === 'byHand';
  return isGoing && replyTo.state !== null && state.result === errorResult(replyTo, failure);
}

function begin(attempt: number, launch: Launch, lacks: readonly ClientAbility[], context: Context): Step {
  const base = { attempt, lang: launch.lang, lacks, launch, privacy: unknownPrivacy };
  if (launch.contract === 'ticket' && context.brand.genauth.ticketEndpoint === null) {
    return goBackWithError(base, launch, launch, ticketUnavailable, context);
  }
  const problem = cannotSeal(launch, lacks);
  if (problem) return fail(base, problem, { agreements: null, agreedAt: null }, context);
  const started = prepare(base, context);
  return lacks.includes('getPrivacySetting')
    ? started
    : { state: started.state, effects: [{ type: 'readPrivacy', attempt }, ...started.effects] };
}

export const unknownPrivacy: Privacy = { needsAuthorization: 'unknown', contractName: '' };

const ticketUnavailable: Failure = { code: 'ticket_unavailable', message: 'This program names no endpoint that mints a ticket' };

/** Better said before the person is asked for anything. */
function cannotSeal({ key }: Launch, lacks: readonly ClientAbility[]): Failure | null {
  if (key === null || !lacks.includes('getRandomValues')) return null;
  return { code: 'unsupported_client', message: 'This WeChat has no source of random bytes for a sealed result' };
}

/** Fetches the log-in code and, when GenAuth keeps them, the agreements. */
export function prepare(base: Omit<Preparing, 'name' | 'deadlineAt' | 'loginCode'>, context: Context): Step {
  const { attempt } = base;
  const { brand, now } = context;
  const deadlineAt = now + timing.deadlineMs;
  const loginCode: LoginCode = { status: 'fetching', since: now, deadlineAt };
  const effects: Effect[] = [
    { type: 'startTimer', attempt, timer: 'deadline', ms: timing.deadlineMs },
    { type: 'fetchLoginCode', attempt },
  ];
  if (brand.agreements.from === 'brand') {
    const asking = { agreements: brand.agreements.items, agreedAt: null, sheet: null, notice: null, phonePrompt: null };
    return { state: { ...base, name: 'asking', ...asking, loginCode }, effects };
  }
  const request = publicConfigRequest(base.launch.app, brand.agreements.consoleHost, brand);
  effects.push({ type: 'request', attempt, purpose: 'agreements', request });
  return { state: { ...base, name: 'preparing', loginCode, deadlineAt }, effects };
}

function showAbout(attempt: number, lang: About['lang'], lacks: readonly ClientAbility[], { brand }: Context): Step {
  const effects: Effect[] = [];
  if (!lacks.includes('getPrivacySetting')) effects.push({ type: 'readPrivacy', attempt });
  const { agreements, apps } = brand;
  if (agreements.from === 'genauth') {
    const request = publicConfigRequest(apps[0].app, agreements.consoleHost, brand);
    effects.push({ type: 'request', attempt, purpose: 'agreements', request });
  }
  const items = agreements.from === 'brand' ? agreements.items : [];
  return silenced({ state: { name: 'about', attempt, lang, lacks, agreements: items, privacy: unknownPrivacy }, effects });
}

/** The timers of the attempt before must not ring in this one. */
function silenced({ state, effects }: Step): Step {
  const stops: Effect[] = [
    { type: 'stopTimer', timer: 'deadline' },
    { type: 'stopTimer', timer: 'codeAge' },
    { type: 'stopTimer', timer: 'stillInFront' },
  ];
  return { state, effects: [...stops, ...effects] };
}
