import type { Brand } from './brand';
import type { Event, EventType } from './event';
import { ownBrand } from './launch/effective';
import { type Asking, isWorking, type State, type StateName } from './state';
import { type Cell, type Context, type EventOf, type StateOf, type Step, stay } from './steps/step';
import { withFrame } from './steps/visit';
import { type StateRow, table } from './table';
import { dropStaleYes } from './terms';

/** Before anything came from WeChat. */
export function initial(brand: Brand): State {
  const privacy = { needsAuthorization: 'unknown', contractName: '', refused: false } as const;
  const visit = {
    attempt: 0,
    brand: ownBrand(brand),
    lang: 'zh-CN',
    privacy,
    screen: 0,
    asks: 0,
  } as const;
  return { name: 'idle', visit: { ...visit, inFront: true, backAt: 0, page: 'loaded' } };
}

/**
 * What happens to a login when `event` happens. Pure, and never throws. The effects are to be
 * carried out in their order; their answers come back as events.
 */
export function step(state: State, event: Event, context: Context): Step {
  const cell = isLate(state, event) ? undefined : lookUp(state.name, event.type, context);
  const { asks } = state.visit;
  // In every state: the tap may have been made on a screen before.
  const isCounted = event.type === 'phoneAnswered' && asks;
  const before = isCounted ? withFrame(state, { asks: asks - 1 }) : state;
  return cell ? frame(before, cell(before, event, context)) : stay(before);
}

/**
 * An answer to a try that is over, as a hot start or a retry came in between; a tap that was meant
 * for another screen.
 */
function isLate({ visit }: State, event: Event): boolean {
  if ('attempt' in event && event.attempt !== visit.attempt) return true;
  return 'screen' in event && event.screen !== visit.screen;
}

/** Numbers the screen. The grace of a return is for what waited then, and not for what comes next. */
function frame(before: State, { state: next, effects }: Step): Step {
  const state = dropStaleYes(next);
  const screen = before.visit.screen + (isSameScreen(before, state) ? 0 : 1);
  const backAt = isSameWait(before, state) ? state.visit.backAt : 0;
  const { visit } = state;
  if (visit.screen === screen && visit.backAt === backAt) return { state, effects };
  return { state: withFrame(state, { screen, backAt }), effects };
}

/** The login code that `asking` waits for was asked for while the agreements were. */
function isSameWait(a: State, b: State): boolean {
  if (a.visit.attempt !== b.visit.attempt) return false;
  return a.name === b.name || (isWorking(a) && b.name === 'asking');
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
function screenName(state: State): string {
  return isWorking(state) ? 'working' : state.name;
}

function lookUp<N extends StateName, T extends EventType>(
  name: N,
  type: T,
  { directory }: Context,
): Cell<StateOf<N>, EventOf<T>> | undefined {
  const rows: { readonly [K in StateName]: StateRow<K> | undefined } = {
    ...table,
    identifying: directory?.row,
  };
  const row: StateRow<N> | undefined = rows[name];
  return row?.[type];
}
