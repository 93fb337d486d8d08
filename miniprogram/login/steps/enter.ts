import type { Effect } from '../effect';
import { type Failure, failures } from '../failure';
import { publicConfigRequest } from '../genauth/public-config';
import { readEntry } from '../launch/entry';
import type { AppVisit, Failed, LoginCode, Privacy, State, Visit } from '../state';
import { prepare } from './agreements';
import { fail } from './fail';
import { goBackWithError } from './go-back';
import { ask } from './login-code';
import { type Context, type EventOf, type Step, stay } from './step';

/**
 * A launch by an app starts anew, whatever was going on: what the old attempt still waits for is dropped by its number, and its
 * consent with it. Coming back to the front changes nothing. Coming in by any other way means that no app is behind any more.
 */
export function enter(state: State, event: EventOf<'entered'>, context: Context): Step {
  const entry = readEntry(event.options, event.language, context.brand);
  const visit = { attempt: state.visit.attempt + 1, lacks: event.clientLacks, privacy: unknownPrivacy };
  switch (entry.kind) {
    case 'return':
      // Nothing is in front of an idle program: it was destroyed since, and the app behind with it.
      return state.name === 'idle' ? showAbout({ ...visit, lang: entry.lang }, context) : stay(state);
    case 'noApp':
      return showAbout({ ...visit, lang: entry.lang }, context);
    case 'launch': {
      const { launch, refusal } = entry;
      const opened = { ...visit, lang: launch.lang, launch, refusal };
      return isSameLaunch(state, opened) ? stay(state) : begin(opened, context);
    }
  }
}

/**
 * WeChat repeats the options of the launch when the person only went to another app and came back
 * (docs/wechat.md#a-return-repeats-the-last-launch). The app makes `state` new for each launch, so the same one means the same launch, as
 * long as its result has not gone.
 */
function isSameLaunch(state: State, { launch, refusal }: AppVisit): boolean {
  if (state.name === 'idle' || state.name === 'about' || state.name === 'finished' || launch.state === null) return false;
  const { visit } = state;
  return JSON.stringify([visit.launch, visit.refusal]) === JSON.stringify([launch, refusal]);
}

function begin(visit: AppVisit, context: Context): Step {
  const { attempt, launch, refusal, lacks } = visit;
  if (refusal !== null) return goBackWithError(visit, refusal, context);
  if (launch.contract === 'ticket' && context.brand.genauth.ticketEndpoint === null) {
    return goBackWithError(visit, ticketUnavailable, context);
  }
  if (launch.key !== null && lacks.includes('getRandomValues')) return fail({ visit }, cannotSeal, context);
  const { state, effects } = prepare(visit, context);
  return { state, effects: [...readPrivacy(attempt, lacks), ...effects] };
}

const unknownPrivacy: Privacy = { needsAuthorization: 'unknown', contractName: '' };

const ticketUnavailable: Failure = { code: 'ticket_unavailable', message: 'This program names no endpoint that mints a ticket' };

/** Better said before the person is asked for anything. */
const cannotSeal: Failure = {
  code: 'unsupported_client',
  message: 'This WeChat has no source of random bytes for a sealed result',
};

function readPrivacy(attempt: number, lacks: Visit['lacks']): Effect[] {
  return lacks.includes('getPrivacySetting') ? [] : [{ type: 'readPrivacy', attempt }];
}

function showAbout(visit: Visit, { brand }: Context): Step {
  const { attempt, lacks } = visit;
  const { agreements, apps } = brand;
  const effects = readPrivacy(attempt, lacks);
  if (agreements.from === 'brand') return { state: { name: 'about', visit, agreements: agreements.items }, effects };
  const request = publicConfigRequest(apps[0].app, agreements.consoleHost, brand);
  effects.push({ type: 'request', attempt, purpose: 'agreements', request });
  return { state: { name: 'about', visit, agreements: [] }, effects };
}

/**
 * A new try of the same launch, under a new number, so that no answer to the one before can be taken for one of its own. Codes are
 * fetched anew, which takes a new tap for the phone; what was agreed to stays agreed to.
 */
export function tryAgain(state: Failed, _: EventOf<'retryTapped'>, context: Context): Step {
  const { agreements, agreedAt, failure } = state;
  if (failures[failure.code].retry === 'never') return stay(state);
  const visit = { ...state.visit, attempt: state.visit.attempt + 1 };
  if (agreements === null) return prepare(visit, context);
  const loginCode: LoginCode = { status: 'fetching', since: context.now };
  return {
    state: ask(visit, agreements, agreedAt, loginCode),
    effects: [{ type: 'fetchLoginCode', attempt: visit.attempt }],
  };
}
