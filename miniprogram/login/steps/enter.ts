import type { Brand } from '../brand';
import type { Effect } from '../effect';
import { type Failure, failures } from '../failure';
import { publicConfigRequest } from '../genauth/public-config';
import { ownBrand } from '../launch/effective';
import { readEntry } from '../launch/entry';
import { type Given, isRepeat } from '../launch/given';
import type { Failed, LoginCode, State } from '../state';
import type { AppVisit, Opening, Privacy, Visit } from '../visit';
import { prepare } from './agreements';
import { comeBack, goBackWithError } from './go-back';
import { ask, nextTry } from './login-code';
import { type Context, type EventOf, type Step, stay } from './step';
import { isOpened, type Opened, withFrame, withVisit } from './visit';

/**
 * A launch by an app starts from the beginning, whatever was going on: what the old attempt still
 * waits for is dropped by its number, and its consent with it. Coming back to the front changes
 * nothing, also when WeChat repeats the launch (docs/wechat.md#a-return-repeats-the-last-launch):
 * only a page load makes it a launch again. Coming in by any other way means that no app is behind
 * any more.
 */
export function enter(state: State, event: EventOf<'entered'>, context: Context): Step {
  const { brand: program, directory } = context;
  const entry = (directory?.readEntry ?? readEntry)(event.options, event.language, program);
  const { attempt, screen, asks, page } = state.visit;
  const isLoaded = page === 'ahead';
  const visit: Omit<Visit, 'brand' | 'lang'> = {
    attempt: attempt + 1,
    screen,
    asks,
    privacy: unknownPrivacy,
    inFront: true,
    backAt: 0,
    page: isLoaded ? 'loaded' : 'due',
  };
  switch (entry.kind) {
    case 'return':
      // Nothing is in front of an idle program: it was destroyed since, and the app behind with it.
      return state.name === 'idle'
        ? showAbout({ ...visit, brand: ownBrand(context.brand), lang: entry.lang })
        : comeBack(state, context);
    case 'noApp':
      return showAbout({
        ...visit,
        brand: ownBrand(context.brand),
        lang: entry.lang,
        page: pageOfAbout(state),
      });
    case 'launch': {
      const { brand, launch, refusal, given, unidentified, ignored } = entry;
      const { canGoBack } = event;
      const opening: Opening = {
        brand,
        lang: launch.lang,
        launch,
        refusal,
        given,
        unidentified,
        canGoBack,
      };
      if (!isLoaded && isOpened(state) && isRepeat(takenFor(state.visit, program), given))
        return comeBack(repeat(state, opening), context);
      // The same again by another app: a page may come with it, or none. None is due, then, that the
      // next launch's could be taken for.
      const page =
        isOpened(state) && state.visit.given.asked === given.asked ? 'loaded' : visit.page;
      return withNote(
        ignored,
        begin({ ...visit, ...opening, page, openedAt: context.now, repeated: null }, context),
      );
    }
  }
}

/** Who was not named was taken for one app: another that is named later is another launch. */
function takenFor({ given }: AppVisit, { unknownCaller }: Brand): Given {
  return given.caller === null && unknownCaller !== 'refuse'
    ? { ...given, caller: unknownCaller }
    : given;
}

/**
 * WeChat repeats how a person opened the program, too, and loads no page for that: none is due that
 * the next launch's could be taken for.
 */
function pageOfAbout({ name, visit }: State): Visit['page'] {
  if (visit.page === 'ahead') return 'loaded';
  return name === 'about' ? visit.page : 'due';
}

/**
 * Language, entry and refusal stay as they were read when the launch came. An app that WeChat names
 * only now is remembered, so that the next one can be told from it.
 */
function repeat(state: Opened, opening: Opening): Opened {
  const { given, page } = state.visit;
  const caller = given.caller ?? opening.given.caller;
  return withVisit(state, {
    given: { ...given, caller },
    repeated: page === 'due' ? null : opening,
  });
}

/**
 * A page load belongs to the launch that still waits for one. After options that were repeated it
 * makes them a launch; else the options of its launch are still to come, as no document says which
 * of the two comes first (docs/wechat.md#onshow-or-onload-first).
 */
export function markPage(state: State, _: EventOf<'pageLoaded'>, context: Context): Step {
  if (isOpened(state) && state.visit.repeated !== null) {
    const { visit } = state;
    const { repeated, attempt } = visit;
    return begin(
      {
        ...visit,
        ...repeated,
        openedAt: context.now,
        attempt: attempt + 1,
        privacy: unknownPrivacy,
        backAt: 0,
        page: 'loaded',
        repeated: null,
      },
      context,
    );
  }
  return stay(withFrame(state, { page: state.visit.page === 'due' ? 'loaded' : 'ahead' }));
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
  const refusal = refusalOf(visit);
  if (refusal !== null) return goBackWithError(visit, refusal, context);
  const { state, effects } = start(visit, context);
  const sealing: readonly Effect[] = visit.launch.key === null ? [] : [{ type: 'prepareSeal' }];
  return { state, effects: [...effects, ...sealing] };
}

/** Why there is no login; null: there is one. */
export function refusalOf({ brand, launch, refusal }: AppVisit): Failure | null {
  const hasNoTicket = launch.contract === 'ticket' && brand.genauth.ticketEndpoint === null;
  return refusal ?? (hasNoTicket ? ticketUnavailable : null);
}

function start(visit: AppVisit, context: Context): Step {
  const { directory } = context;
  return visit.unidentified !== null && directory
    ? directory.identify(visit, context)
    : prepare(visit, context);
}

const unknownPrivacy: Privacy = { needsAuthorization: 'unknown', contractName: '', refused: false };

const ticketUnavailable: Failure = {
  code: 'ticket_unavailable',
  message: 'This program names no endpoint that mints a ticket',
};

function showAbout(visit: Visit): Step {
  const { attempt, brand } = visit;
  const { agreements, app } = brand;
  const effects: Effect[] = [{ type: 'readPrivacy', attempt }];
  const about = { name: 'about', visit, cannotOpen: false } as const;
  if (agreements.from === 'brand')
    return { state: { ...about, agreements: agreements.items }, effects };
  const request = publicConfigRequest(app, agreements.consoleHost, brand);
  effects.push({ type: 'request', attempt, purpose: 'agreements', request });
  return { state: { ...about, agreements: [] }, effects };
}

/**
 * A new try of the same launch, under a new number, so that no answer to the one before can be
 * taken for one of its own. Codes are fetched again, which takes a new tap for the phone; what was
 * agreed to stays agreed to while it is what stands on the screen.
 */
export function tryAgain(state: Failed, _: EventOf<'retryTapped'>, context: Context): Step {
  const { consent, failure } = state;
  if (failures[failure.code].retry === 'never') return stay(state);
  const { visit, effects } = nextTry(state.visit);
  if (consent === null) return start(visit, context);
  const loginCode: LoginCode = { status: 'fetching', since: context.now };
  return { state: ask(visit, consent, loginCode), effects };
}
