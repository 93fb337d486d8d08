import type { EnterOptions } from '../../../miniprogram/login/event';
import type { State } from '../../../miniprogram/login/state';
import type { Observed } from '../world';
import { hold, type Invariant } from './invariant';

/**
 * At most one result goes back per launch, and only for the launch that is current.
 *
 * A launch is new when the process is, or when WeChat has loaded a page for it; nothing else is,
 * whatever its options say and whatever has become of the launch before
 * (docs/wechat.md#a-return-repeats-the-last-launch).
 */
export const oneResult: Invariant = () => {
  let launch = 0;
  let current: EnterOptions | null = null;
  let isRepeated = false;
  let received = 0;
  let result: string | null = null;
  let called = false;

  const begin = (options: EnterOptions | null) => {
    launch += 1;
    current = options;
    received = 0;
    result = null;
    called = false;
  };

  const note = (text: string) => {
    hold(
      1,
      result === null || result === text,
      'the second way back carries another result than the first',
    );
    result = text;
    const echoed = /"state":"([^"]*)"/.exec(text)?.[1] ?? null;
    const own = current === null ? null : stateOf(current);
    hold(
      1,
      echoed === null || echoed === own,
      `the result of launch ${launch} carries the state of another`,
    );
  };

  return {
    launched(options, fresh) {
      isRepeated = !fresh;
      if (fresh) begin(options);
    },
    destroyed: () => begin(null),
    stepped({ before, event, state, effects }) {
      checkDropped({ before, event, state, effects });
      if (event.type === 'entered' && event.options.scene === 1069 && isRepeated) {
        hold(
          1,
          state.visit.attempt === before.visit.attempt,
          'options that WeChat only repeats begin a login',
        );
      }
      if (event.type === 'entered' && state.name === 'about') begin(null);
      for (const effect of effects) {
        if (effect.type !== 'goBack') continue;
        hold(
          1,
          effect.attempt === state.visit.attempt,
          'a result goes back for a try that is over',
        );
        hold(1, !called, 'navigateBackApplication is called a second time for one launch');
        called = true;
      }
      if (
        carriesResult(state) &&
        (state.name !== before.name || state.visit.attempt !== before.visit.attempt)
      )
        note(state.result);
    },
    received(text) {
      received += 1;
      hold(1, current !== null, 'an app that did not launch the program receives a result');
      hold(1, received === 1, 'the app receives a second result for one launch');
      hold(
        1,
        result !== null && isSame(text, result),
        'the app receives something else than the result',
      );
    },
  };
};

function carriesResult(state: State): state is Extract<State, { name: 'returning' | 'byHand' }> {
  return state.name === 'returning' || state.name === 'byHand';
}

function checkDropped({ before, event, state, effects }: Observed): void {
  const isLate = 'attempt' in event && event.attempt !== before.visit.attempt;
  if (isLate)
    hold(
      1,
      state === before && effects.length === 0,
      `${event.type} of an abandoned try is not dropped`,
    );
}

function stateOf({ query }: EnterOptions): string | null {
  if (typeof query !== 'object' || query === null || !('state' in query)) return null;
  return typeof query.state === 'string' && /^[A-Za-z0-9_-]{22,128}$/.test(query.state)
    ? query.state
    : null;
}

/** In the object form the app gets the JSON text of the object. */
function isSame(text: string, result: string): boolean {
  return text === result || (text.startsWith('{') && JSON.stringify(JSON.parse(result)) === text);
}
