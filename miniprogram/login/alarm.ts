import type { Asking, State } from './state';
import { timing } from './timing';

/**
 * When the login wants to be woken if nothing happens before, ms since 1970; null: it waits for
 * nothing. `compose.ts` sets one alarm by it, whose ring is only a reason to look at the clock.
 */
export function wakeAt(state: State): number | null {
  switch (state.name) {
    case 'preparing':
    case 'renewing':
    case 'signingIn':
    case 'minting':
    case 'sealing':
      return state.since + timing.deadlineMs;
    case 'asking':
      return loginCodeDue(state);
    case 'returning':
      return state.since + timing.stillInFrontMs;
    case 'byHand':
      return state.good === null ? null : state.good.since + state.good.ms;
    case 'idle':
    case 'about':
    case 'failed':
    case 'finished':
      return null;
  }
}

/**
 * A code that is on its way has a deadline; one that is there ages, but is not renewed under
 * WeChat's phone sheet.
 */
function loginCodeDue({ loginCode, phonePrompt }: Asking): number | null {
  if (loginCode.status === 'fetching') return loginCode.since + timing.deadlineMs;
  return phonePrompt === null ? loginCode.since + timing.codeRefreshMs : null;
}
