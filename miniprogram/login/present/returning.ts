import type { ReturningScreen } from '../screen';
import type { Finished, ManualReturn, Returning } from '../state';
import type { Translate } from './translate';

/** "Logged in" is only said where that is known: the app has the result, not just this program. */
export function presentReturning(
  state: Returning | ManualReturn | Finished,
  translate: Translate,
): ReturningScreen {
  const { outcome } = state;
  const screen = {
    screen: 'returning',
    outcome,
    heading: translate(outcome === 'ok' ? 'returning.ok' : 'returning.error'),
    launchApp: null,
    exit: null,
  } as const;
  const exit = { label: translate('finished.exit') };
  switch (state.name) {
    case 'returning':
      return { ...screen, detail: translate('returning.detail') };
    case 'manualReturn': {
      const button = {
        label: translate('failure.back'),
        action: 'launchApp',
        busy: false,
      } as const;
      // Another app may open the program next, and the old screen may flash first
      // (docs/wechat.md#the-old-page-may-flash-first).
      const appParameter = state.visit.inFront ? state.result : '';
      const detail = translate(state.failedOnce ? 'returning.again' : 'returning.manual');
      return { ...screen, detail, launchApp: { button, appParameter }, exit };
    }
    case 'finished':
      return { ...screen, ...presentEnd(state, translate), exit };
  }
}

/** Of a refusal there is nothing to deliver that the person could miss. */
function presentEnd({ outcome, delivery, visit }: Finished, translate: Translate) {
  if (outcome === 'error') return { detail: translate('finished.error') };
  if (delivery === 'lost')
    return {
      outcome: 'error',
      heading: translate('finished.lost'),
      detail: translate('finished.lost.detail'),
    } as const;
  const isDelivered = delivery === 'delivered';
  // Who gets codes has still to log the person in.
  const isLoggedIn = isDelivered && visit.launch.contract !== 'codes';
  return {
    outcome: isDelivered ? 'ok' : 'error',
    heading: translate(isLoggedIn ? 'finished.ok' : 'finished.unknown'),
    detail: translate(isLoggedIn ? 'finished.ok.detail' : 'finished.unknown.detail'),
  } as const;
}
