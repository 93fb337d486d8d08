import type { ByHand, Returning } from '../state';
import type { Step } from './row';

/** Nothing more goes to the app; the result, which may hold tokens, is forgotten. */
export function finish({ attempt, lang, lacks, outcome, failure }: Returning | ByHand, delivered: boolean): Step {
  return {
    state: { name: 'finished', attempt, lang, lacks, outcome, failure, delivered },
    effects: [{ type: 'stopTimer', timer: 'stillInFront' }],
  };
}
