import { type Asking, isWorking, type State } from './state';
import { launchEnds, timing, waitsUntil } from './timing';

/**
 * When the login wants to be woken if nothing happens before, ms since 1970; null: it waits for
 * nothing. `compose.ts` sets one alarm by it, whose ring is only a reason to look at the clock.
 */
export function wakeAt(state: State): number | null {
  if (isWorking(state)) return waitsUntil(state, timing.deadlineMs);
  switch (state.name) {
    case 'asking':
      return loginCodeDue(state);
    case 'returning':
      return waitsUntil(state, timing.stillInFrontMs);
    case 'manualReturn':
      return state.validity === null ? null : state.validity.since + state.validity.ms;
    // idle, about, failed, finished: nothing is waited for.
    default:
      return null;
  }
}

/**
 * A code that is on its way has a deadline; one that is there ages, and so does the launch. Under
 * WeChat's phone sheet nothing is done about it before its answer could go nowhere.
 */
function loginCodeDue({ visit, loginCode, phonePrompt }: Asking): number | null {
  const { since, status } = loginCode;
  if (status === 'fetching') return waitsUntil({ since, visit }, timing.deadlineMs);
  if (phonePrompt === null)
    return Math.min(since + timing.codeRefreshMs, launchEnds(visit, timing.launchLifeMs));
  const ends = launchEnds(visit, timing.answerLifeMs);
  return ends === Number.POSITIVE_INFINITY ? null : ends;
}
