import type { Event, EventType } from './event';
import type { State, StateName } from './state';
import type { Cell, Context, EventOf, Row, StateOf, Step } from './table/row';
import { table } from './table/table';

export type { Context, Step } from './table/row';

/** Before anything was heard from WeChat. */
export function initial(): State {
  return { name: 'idle', attempt: 0, lang: 'zh-CN', lacks: [] };
}

/**
 * What happens to a log-in when `event` happens. Pure, and never throws. The effects are to be carried out in their order; their
 * answers come back as events.
 */
export function step(state: State, event: Event, context: Context): Step {
  if ('attempt' in event && event.attempt !== state.attempt) return dropAbandoned(state);
  return lookUp(state.name, event.type)(state, event, context);
}

function lookUp<N extends StateName, T extends EventType>(name: N, type: T): Cell<StateOf<N>, EventOf<T>> {
  const row: Row<N> = table[name];
  return row[type];
}

/** An answer to a try that is over: a hot start or a retry came in between. */
function dropAbandoned(state: State): Step {
  return { state, effects: [] };
}
