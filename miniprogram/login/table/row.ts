import type { Brand } from '../brand';
import type { Effect } from '../effect';
import type { Event, EventType } from '../event';
import type { State, StateName } from '../state';

export interface Context {
  readonly brand: Brand;
  /** ms since 1970. */
  readonly now: number;
}

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export type StateOf<N extends StateName> = Extract<State, { readonly name: N }>;
export type EventOf<T extends EventType> = Extract<Event, { readonly type: T }>;

/** One cell of the table. Its name is what docs/flow.md calls it. */
export type Cell<S extends State, E extends Event> = (state: S, event: E, context: Context) => Step;

/** One row: a cell for every event there is, so that a new event does not compile before each state has said what it means. */
export type Row<N extends StateName> = { readonly [T in EventType]: Cell<StateOf<N>, EventOf<T>> };

export function stay(state: State): Step {
  return { state, effects: [] };
}

/*
 * The cells in which nothing happens, by the reason why. They are written out in each row: an event that is left alone was thought
 * about.
 */

/** The screen of this state has no such control: a tap that was meant for the screen before. */
export const notShown = (state: State): Step => stay(state);

/** An answer that this state did not ask for: it was given up on, or what it was for is over. */
export const tooLate = (state: State): Step => stay(state);

/** Being in the background changes nothing here: answers and timers come when the program is back. */
export const keepWaiting = (state: State): Step => stay(state);
