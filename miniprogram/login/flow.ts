import type { Brand } from './brand';
import type { Effect } from './effect';
import type { Event } from './event';
import type { State } from './state';

export interface Context {
  readonly brand: Brand;
  /** ms since 1970. */
  readonly now: number;
}

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function initial(): State {
  return { name: 'idle', attempt: 0, lang: 'zh-CN', lacks: [] };
}

/** What happens to a log-in when `event` happens. Never throws. The effects are to be carried out in their order. */
export function step(state: State, event: Event, context: Context): Step {
  void event;
  void context;
  return { state, effects: [] };
}
