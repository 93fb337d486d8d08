import type { Effect } from '../effect';
import { type Failure, failures } from '../failure';
import { publicConfigRequest } from '../genauth/public-config';
import { readEntry } from '../launch/entry';
import type { AppVisit, Failed, LoginCode, Privacy, State, Visit } from '../state';
import { prepare } from './agreements';
import { comeBack, goBackWithError, type Opened, withVisit } from './go-back';
import { ask, nextTry } from './login-code';
import { type Context, type EventOf, type Step, stay } from './step';

/**
 * A launch by an app starts anew, whatever was going on: what the old attempt still waits for is
 * dropped by its number, and its consent with it. Coming back to the front changes nothing, also
 * when WeChat repeats the options of the launch (docs/wechat.md#a-return-repeats-the-last-launch):
 * only a page load makes them a launch again. Coming in by any other way means that no app is
 * behind any more.
 */
export function enter(state: State, event: EventOf<'entered'>, context: Context): Step {
  const entry = readEntry(event.options, event.language, context.brand);
  const { canGoBack } = event;
  const { attempt, screen } = state.visit;
  const visit = { attempt: attempt + 1, screen, privacy: unknownPrivacy };
  switch (entry.kind) {
    case 'return':
      // Nothing is in front of an idle program: it was destroyed since, and the app behind with it.
      if (state.name === 'idle') return showAbout({ ...visit, lang: entry.lang }, context);
      return state.name === 'about' ? stay(state) : comeBack(state, context);
    case 'noApp':
      return showAbout({ ...visit, lang: entry.lang }, context);
    case 'launch': {
      const { launch, refusal, ignored } = entry;
      const opened: AppVisit = {
        ...visit,
        lang: launch.lang,
        launch,
        refusal,
        canGoBack,
        inFront: true,
        page: 'due',
      };
      if (isSameLaunch(state, opened)) return comeBack(repeat(state), context);
      return withNote(ignored, begin(opened, context));
    }
  }
}

/**
 * What other apps than the one of the current launch send, and what differs in anything that is
 * ours, is a launch of its own.
 */
function isSameLaunch(state: State, { launch, refusal }: AppVisit): state is Opened {
  if (state.name === 'idle' || state.name === 'about') return false;
  return (
    JSON.stringify([state.visit.launch, state.visit.refusal]) === JSON.stringify([launch, refusal])
  );
}

function repeat(state: Opened): Opened {
  return state.visit.page === 'loaded' ? withVisit(state, { page: 'repeated' }) : state;
}

/**
 * A page load belongs to the launch that is still waiting for one; after repeated options it is a
 * launch of its own.
 */
export function markLaunch(state: Opened, _: EventOf<'pageLoaded'>, context: Context): Step {
  const { visit } = state;
  if (visit.page === 'loaded') return stay(state);
  if (visit.page === 'due') return stay(withVisit(state, { page: 'loaded' }));
  return begin(
    { ...visit, attempt: visit.attempt + 1, privacy: unknownPrivacy, page: 'loaded' },
    context,
  );
}

/** Names only, as they may be told. */
function withNote(ignored: readonly string[], { state, effects }: Step): Step {
  if (ignored.length === 0) return { state, effects };
  return {
    state,
    effects: [
      { type: 'note', text: `Launch parameters that are not ours: ${ignored.join(', ')}` },
      ...effects,
    ],
  };
}

function begin(visit: AppVisit, context: Context): Step {
  const { launch, refusal } = visit;
  if (refusal !== null) return goBackWithError(visit, refusal, context);
  if (launch.contract === 'ticket' && context.brand.genauth.ticketEndpoint === null) {
    return goBackWithError(visit, ticketUnavailable, context);
  }
  const { state, effects } = prepare(visit, context);
  const sealing: readonly Effect[] = launch.key === null ? [] : [{ type: 'prepareSeal' }];
  return { state, effects: [...effects, ...sealing] };
}

const unknownPrivacy: Privacy = { needsAuthorization: 'unknown', contractName: '', refused: false };

const ticketUnavailable: Failure = {
  code: 'ticket_unavailable',
  message: 'This program names no endpoint that mints a ticket',
};

function showAbout(visit: Visit, { brand }: Context): Step {
  const { attempt } = visit;
  const { agreements, apps } = brand;
  const effects: Effect[] = [{ type: 'readPrivacy', attempt }];
  const about = { name: 'about', visit, notice: null } as const;
  if (agreements.from === 'brand')
    return { state: { ...about, agreements: agreements.items }, effects };
  const request = publicConfigRequest(apps[0].app, agreements.consoleHost, brand);
  effects.push({ type: 'request', attempt, purpose: 'agreements', request });
  return { state: { ...about, agreements: [] }, effects };
}

/**
 * A new try of the same launch, under a new number, so that no answer to the one before can be
 * taken for one of its own. Codes are fetched anew, which takes a new tap for the phone; what was
 * agreed to stays agreed to while it is what stands on the screen.
 */
export function tryAgain(state: Failed, _: EventOf<'retryTapped'>, context: Context): Step {
  const { consent, failure } = state;
  if (failures[failure.code].retry === 'never') return stay(state);
  const { visit, effects } = nextTry(state.visit);
  if (consent === null) return prepare(visit, context);
  const loginCode: LoginCode = { status: 'fetching', since: context.now };
  return { state: ask(visit, consent, loginCode), effects };
}
