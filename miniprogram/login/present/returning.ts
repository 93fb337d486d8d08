import type { ReturningScreen } from '../screen';
import type { ByHand, Finished, Returning } from '../state';
import type { Speech } from './speech';

/** "Logged in" is only said where that is known: the app has the result, not just this program. */
export function presentReturning(
  state: Returning | ByHand | Finished,
  say: Speech,
): ReturningScreen {
  const { outcome } = state;
  const screen = {
    screen: 'returning',
    outcome,
    heading: say(outcome === 'ok' ? 'returning.ok' : 'returning.error'),
    byHand: null,
    exit: null,
  } as const;
  const exit = { label: say('finished.exit') };
  switch (state.name) {
    case 'returning':
      return { ...screen, detail: say('returning.detail') };
    case 'byHand': {
      const button = { label: say('returning.button'), action: 'launchApp', busy: false } as const;
      // Another app may open the program next, and the old screen may flash first
      // (docs/wechat.md#the-old-page-may-flash-first).
      const appParameter = state.visit.inFront ? state.result : '';
      const detail = say(state.failedOnce ? 'returning.again' : 'returning.byHand');
      return { ...screen, detail, byHand: { button, appParameter }, exit };
    }
    case 'finished':
      return { ...screen, ...presentEnd(state, say), exit };
  }
}

/** Of a refusal there is nothing to deliver that the person could miss. */
function presentEnd({ outcome, delivery }: Finished, say: Speech) {
  if (delivery === 'lost')
    return {
      outcome: 'error',
      heading: say('finished.lost'),
      detail: say('finished.lost.detail'),
    } as const;
  if (outcome === 'error') return { detail: say('finished.error') };
  if (delivery === 'delivered')
    return { heading: say('finished.ok'), detail: say('finished.ok.detail') };
  return {
    outcome: 'error',
    heading: say('finished.unknown'),
    detail: say('finished.unknown.detail'),
  } as const;
}
