import type { ReturningScreen } from '../screen';
import type { ByHand, Finished, Returning } from '../state';
import type { Speech } from './speech';

export function presentReturning(
  state: Returning | ByHand | Finished,
  say: Speech,
): ReturningScreen {
  const heading = say(state.outcome === 'ok' ? 'returning.ok' : 'returning.error');
  const screen = {
    screen: 'returning',
    outcome: state.outcome,
    heading,
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
      if (state.delivered) return { ...screen, detail: say(`finished.${state.outcome}`), exit };
      return {
        ...screen,
        outcome: 'error',
        heading: say('finished.lost'),
        detail: say('finished.lost.detail'),
        exit,
      };
  }
}
