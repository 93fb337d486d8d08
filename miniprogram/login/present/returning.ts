import type { ReturningScreen } from '../screen';
import type { ByHand, Finished, Returning } from '../state';
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
      const told = state.delivered
        ? { ...screen, detail: say(`finished.${state.outcome}`) }
        : { ...screen, outcome: 'error' as const, heading: say('finished.lost'), detail: say('finished.lost.detail') };
      if (state.visit.lacks.includes('exitMiniProgram')) return { ...told, detail: `${told.detail} ${say('finished.noExit')}` };
      return { ...told, exit: { label: say('finished.exit') } };
    }
  }
}
