import type { Event, EventType } from './event';
import type { Asking, State, StateName } from './state';
import type { Cell, Context, EventOf, StateOf, Step } from './steps/step';
import { type Row, table } from './table';
import { dropStaleYes } from './terms';

/** Before anything was heard from WeChat. */
export function initial(): State {
  const privacy = { needsAuthorization: 'unknown', contractName: '', refused: false } as const;
  return { name: 'idle', visit: { attempt: 0, lang: 'zh-CN', privacy, screen: 0 } };
}

/**
 * What happens to a login when `event` happens. Pure, and never throws. The effects are to be
 * carried out in their order; their answers come back as events.
 */
export function step(state: State, event: Event, context: Context): Step {
  const cell = isLate(state, event) ? undefined : lookUp(state.name, event.type);
  return cell ? numberScreen(state, cell(state, event, context)) : { state, effects: [] };
}

/**
 * An answer to a try that is over, as a hot start or a retry came in between; a tap that was meant
 * for another screen.
 */
function isLate({ visit }: State, event: Event): boolean {
  if ('attempt' in event && event.attempt !== visit.attempt) return true;
  return 'screen' in event && event.screen !== visit.screen;
}

function numberScreen(before: State, { state: next, effects }: Step): Step {
  const state = dropStaleYes(next);
  if (isSameScreen(before, state)) return { state, effects };
  const screen = before.visit.screen + 1;
  // Apart, since only one of the two visits has a launch.
  if (state.name === 'idle' || state.name === 'about')
    return { state: { ...state, visit: { ...state.visit, screen } }, effects };
  return { state: { ...state, visit: { ...state.visit, screen } }, effects };
}

/**
 * Whether a tap means the same on both: the same thing is asked, about the same words, of the same
 * launch.
 */
function isSameScreen(a: State, b: State): boolean {
  if (a === b) return true;
  if (a.visit.attempt !== b.visit.attempt || screenName(a) !== screenName(b)) return false;
  if (a.name !== 'asking' || b.name !== 'asking') return true;
  const isTicked = ({ consent }: Asking) => consent.yes !== null;
  return (
    a.consent.agreements === b.consent.agreements &&
    a.visit.privacy.contractName === b.visit.privacy.contractName &&
    a.sheet === b.sheet &&
    isTicked(a) === isTicked(b)
  );
}

/** "Cancel" means the same whatever is under way. */
function screenName({ name }: State): string {
  return ['preparing', 'renewing', 'signingIn', 'minting', 'sealing'].includes(name)
    ? 'working'
    : name;
}

function lookUp<N extends StateName, T extends EventType>(
  name: N,
  type: T,
): Cell<StateOf<N>, EventOf<T>> | undefined {
  const row: Row<N> = table[name];
  return row[type];
}
