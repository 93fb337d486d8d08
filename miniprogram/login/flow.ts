import type { Event, EventType } from './event';
import type { State, StateName } from './state';
import type { Cell, Context, EventOf, StateOf, Step } from './steps/step';
import { type Row, table } from './table';

/** Before anything was heard from WeChat. */
export function initial(): State {
  const privacy = { needsAuthorization: 'unknown', contractName: '' } as const;
  return { name: 'idle', visit: { attempt: 0, lang: 'zh-CN', lacks: [], privacy } };
}

/**
 * What happens to a log-in when `event` happens. Pure, and never throws. The effects are to be carried out in their order; their
 * answers come back as events.
 */
export function step(state: State, event: Event, context: Context): Step {
  // An answer to a try that is over is dropped: a hot start or a retry came in between.
  const abandoned = 'attempt' in event && event.attempt !== state.visit.attempt;
  const cell = abandoned ? undefined : lookUp(state.name, event.type);
  return cell ? cell(state, event, context) : { state, effects: [] };
}

function lookUp<N extends StateName, T extends EventType>(name: N, type: T): Cell<StateOf<N>, EventOf<T>> | undefined {
  const row: Row<N> = table[name];
  return row[type];
}
