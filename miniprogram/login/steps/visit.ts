import type { About, Idle, State } from '../state';
import type { AppVisit, Visit } from '../visit';
import { type Step, stay } from './step';

/* What is the same in all states: in front or not, and whose page was loaded. */

/** A state with an app behind. */
export type Opened = Exclude<State, Idle | About>;

export function isOpened(state: State): state is Opened {
  return state.name !== 'idle' && state.name !== 'about';
}

export function withVisit(state: Opened, change: Partial<AppVisit>): Opened {
  return { ...state, visit: { ...state.visit, ...change } };
}

/** Apart from `withVisit`, since only one of the two visits has a launch. */
export function withFrame(
  state: State,
  change: Partial<Pick<Visit, 'screen' | 'asks' | 'inFront' | 'backAt' | 'page'>>,
): State {
  if (isOpened(state)) return withVisit(state, change);
  return { ...state, visit: { ...state.visit, ...change } };
}

export function noteHidden(state: State): Step {
  if (isOpened(state)) return stay(withVisit(state, hide(state.visit)));
  // Not every way in by hand loads a page: none is due that the next launch's could be taken for.
  return stay(withFrame(state, { inFront: false, page: 'loaded' }));
}

/** A page that is loaded after the next return has nothing to do with what came before. */
export function hide(visit: AppVisit): AppVisit {
  return { ...visit, inFront: false, page: pageWhenHidden(visit), repeated: null };
}

function pageWhenHidden({ page }: Visit): Visit['page'] {
  return page === 'ahead' ? 'loaded' : page;
}
