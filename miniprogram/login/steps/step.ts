import type { Brand } from '../brand';
import type { DirectoryConfig } from '../directory';
import type { Effect } from '../effect';
import type { EnterOptions, Event, EventType } from '../event';
import type { ReadAgreements } from '../genauth/agreements';
import type { Entry } from '../launch/entry';
import type { State, StateName } from '../state';
import type { AppVisit } from '../visit';

export interface Context {
  readonly brand: Brand;
  /** Of a hosted program; a packaged one is its brand's. */
  readonly directory?: Directory | undefined;
  /** Undefined: it is not loaded. */
  readonly readAgreements?: ReadAgreements | undefined;
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

/** A step without effects. */
export function stay(state: State): Step {
  return { state, effects: [] };
}

/**
 * How a hosted program learns whose launch it is: `hosted/`. The brand of such a program names it; a
 * packaged one has none, and none of its code.
 */
export interface Directory {
  /** Absent: it asks nobody. */
  readonly config?: DirectoryConfig;
  /** A launch, read as far as that is possible before anybody has said whose it is. */
  readEntry(options: EnterOptions, language: string, brand: Brand): Entry;
  /** Asks whose launch it is, and WeChat for what a login needs meanwhile. */
  identify(visit: AppVisit, context: Context): Step;
  /** What belongs to the table. */
  readonly row: { readonly [T in EventType]?: Cell<StateOf<'identifying'>, EventOf<T>> };
}
