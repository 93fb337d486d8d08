import type { Brand } from '../brand';
import type { Effect } from '../effect';
import type { Event, EventType } from '../event';
import type { State, StateName } from '../state';

export interface Context {
  readonly brand: Brand;
  /** ms since 1970. */
  readonly now: number;
}

/** What a login comes to: its next state, and what is to be done about it, in that order. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export type StateOf<N extends StateName> = Extract<State, { readonly name: N }>;
export type EventOf<T extends EventType> = Extract<Event, { readonly type: T }>;

/** One cell of the table. Its name is what docs/flow.md calls it. */
export type Cell<S extends State, E extends Event> = (state: S, event: E, context: Context) => Step;

/** A step that asks nothing of the world. */
export function stay(state: State): Step {
  return { state, effects: [] };
}
