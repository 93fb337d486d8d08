import type { Event, RequestPurpose } from '../../../miniprogram/login/event';
import type { View } from '../../../miniprogram/login/screen';
import type { State } from '../../../miniprogram/login/state';
import { everyBrand } from '../every-brand';
import { directoryOf } from '../hosted';
import { hold } from '../violation';
import type { Way } from '../watcher';
import type { Invariant } from './invariant';

/**
 * From every state there is a visible way back to the app or out; every waiting state has a
 * deadline.
 */
export const wayOut: Invariant = (model) => {
  /**
   * Composing a screen takes longer than everything else here: those that are alike in leaving are
   * looked at once.
   */
  const shownWay = (state: State): Way => {
    const { ways, brand } = model();
    const delivery = state.name === 'finished' && state.delivery;
    const like = [everyBrand.indexOf(brand), state.name, state.visit.lang, delivery].join(' ');
    const known = ways.get(like);
    if (known !== undefined) return known;
    const way = visibleWay(model().view());
    ways.set(like, way);
    return way;
  };

  return {
    entered(before, given) {
      const { state } = model();
      if (state.name !== 'failed' || state.failure.code !== 'timeout') return;
      // WeChat or the network may say themselves that they timed out.
      if (given.some(saysTimeout)) return;
      const answered = given.some((event) => isAwaited(before, event));
      hold(4, !answered, `${before.name} is given up, though its answer was there on the return`);
    },
    stepped({ before, event, state }) {
      const wakes = model().subject.wakeAt(state);
      hold(
        4,
        event.type !== 'alarmRang' || wakes === null || wakes > model().now,
        `${state.name} does not heed its alarm`,
      );
      // In the background nothing has to be given up: what counts is the time from the return on.
      if (isWaiting(state) && model().hiddenAt === null && event.type !== 'hidden') {
        hold(
          4,
          model().nextRing() - model().elapsed <= 12_000,
          `${state.name} waits without a deadline`,
        );
      }
      // What a screen offers for leaving depends on the state's name; only in asking does what
      // comes of it depend on more.
      if (state === before || (state.name === before.name && state.name !== 'asking')) return;
      const { subject, brand, now } = model();
      const way = state.name === before.name ? decline : shownWay(state);
      if (way === 'notNeeded') return;
      hold(4, way !== null, `${state.name} shows no way out`);
      const { state: next, effects } = subject.step(
        state,
        { ...way, screen: state.visit.screen },
        { brand, directory: directoryOf(brand), now },
      );
      const left =
        next.name === 'returning' ||
        next.name === 'manualReturn' ||
        effects.some(({ type }) => type === 'exit');
      hold(4, left, `${way.type} is no way out of ${state.name}`);
    },
  };
};

function saysTimeout(event: Event): boolean {
  return 'failure' in event && event.failure.code === 'timeout';
}

/** What the state waits for, answered well. */
function isAwaited(state: State, event: Event): boolean {
  if (!('attempt' in event) || event.attempt !== state.visit.attempt) return false;
  switch (state.name) {
    case 'identifying':
      return isAnswerTo('directory', event);
    case 'preparing':
      return isAnswerTo('agreements', event);
    case 'asking':
    case 'renewing':
      return event.type === 'loginCodeArrived';
    case 'signingIn':
      return isAnswerTo('signIn', event);
    case 'minting':
      return isAnswerTo('ticket', event);
    case 'sealing':
      return event.type === 'sealed';
    default:
      return false;
  }
}

function isAnswerTo(purpose: RequestPurpose, event: Event): boolean {
  return event.type === 'responded' && event.purpose === purpose;
}

const decline = { type: 'declined' } as const;

/** What the screen offers for it, and what a tap there sends to the login. */
function visibleWay(view: View): Way {
  switch (view.screen) {
    // Lasts no frame.
    case 'blank':
      return 'notNeeded';
    // Nobody waits and nothing is going on: WeChat's own button closes it, like any page.
    case 'about':
      return view.how.steps.length > 0 ? 'notNeeded' : null;
    case 'login':
      return view.decline.label === '' ? null : decline;
    case 'working':
      return view.cancel.label === '' ? null : decline;
    case 'failure':
      return view.backToApp.label === '' ? null : { type: 'backToAppTapped' };
    case 'returning':
      return wayFromReturning(view);
  }
}

/**
 * Being under way back needs none for 1.5 s; the button of the way by hand is tapped at the end of
 * each sequence; words tell of the rest.
 */
function wayFromReturning({
  launchApp,
  exit,
  detail,
}: Extract<View, { screen: 'returning' }>): Way {
  if (exit !== null) return { type: 'exitTapped' };
  if (launchApp !== null) return launchApp.button.action === 'launchApp' ? 'notNeeded' : null;
  return detail === '' ? null : 'notNeeded';
}

function isWaiting(state: State): boolean {
  switch (state.name) {
    case 'identifying':
    case 'preparing':
    case 'renewing':
    case 'signingIn':
    case 'minting':
    case 'sealing':
    case 'returning':
      return true;
    case 'asking':
      return state.loginCode.status === 'fetching';
    case 'idle':
    case 'about':
    case 'failed':
    case 'manualReturn':
    case 'finished':
      return false;
  }
}
