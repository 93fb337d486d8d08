import type { ByHand, Finished, Returning } from '../state';
import type { ReturningScreen } from '../view';
import type { Speech } from './speech';

export function presentReturning(state: Returning | ByHand | Finished, say: Speech): ReturningScreen {
  const heading = say(state.outcome === 'ok' ? 'returning.ok' : 'returning.error');
  const screen = { screen: 'returning', outcome: state.outcome, heading, byHand: null, exit: null } as const;
  switch (state.name) {
    case 'returning':
      return { ...screen, detail: say('returning.detail') };
    case 'byHand': {
      const button = { label: say('returning.button'), action: 'launchApp', busy: false } as const;
      return { ...screen, detail: say('returning.byHand'), byHand: { button, appParameter: state.result } };
    }
    case 'finished': {
      const detail = say(state.delivered ? `finished.${state.outcome}` : 'finished.lost');
      if (state.lacks.includes('exitMiniProgram')) return { ...screen, detail: `${detail} ${say('finished.noExit')}` };
      return { ...screen, detail, exit: { label: say('finished.exit') } };
    }
  }
}
