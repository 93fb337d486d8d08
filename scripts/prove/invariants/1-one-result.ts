import type { Effect } from '../../../miniprogram/login/effect';
import type { EnterOptions, Event } from '../../../miniprogram/login/event';
import type { State } from '../../../miniprogram/login/state';
import { hold } from '../violation';
import type { Observed } from '../watcher';
import type { Invariant } from './invariant';

/** For so long an app takes the answer to its launch (docs/host-app.md#what-your-app-refuses), ms. */
const takesAnswerMs = 10 * 60_000;

/**
 * At most one result goes back per launch, and only for the launch that is current, and while its
 * app takes one.
 *
 * A launch is new when the process is, or when WeChat has loaded a page for it, in whichever order
 * that and the options come, or when WeChat names another app than the launch was taken for; nothing
 * else is, whatever has become of the launch before, and whatever the repeated options lack
 * (docs/wechat.md#a-return-repeats-the-last-launch).
 */
export const oneResult: Invariant = (model) => {
  let launch = 0;
  let current: EnterOptions | null = null;
  /** Whose launch it is: whom WeChat has named, or whom the brand takes it for. */
  let caller: string | null = null;
  let isRepeated = false;
  let received = 0;
  /** How many logins the launch that is being given has begun. */
  let begun = 0;
  let result: string | null = null;
  /** The launch before: it has one result of its own, called back once. */
  let previous: { result: string | null; called: boolean } = { result: null, called: false };
  /** What it has called back with only now, and the app has not received. */
  let late: string | null = null;
  /** What has gone, and whether the program stayed on the screen next to the app. */
  let sent = '';
  let stays = false;
  let called = false;
  let launchedAt = 0;

  const begin = (options: EnterOptions | null) => {
    launch += 1;
    current = options;
    launchedAt = model().elapsed;
    const { unknownCaller } = model().brand;
    caller = options?.caller ?? (unknownCaller === 'refuse' ? null : unknownCaller);
    previous = { result, called };
    // WeChat may still switch with it when somebody has opened the program by hand meanwhile.
    late = options === null && received === 0 && model().goingBack !== null ? result : null;
    received = 0;
    result = null;
    called = false;
  };
  /**
   * An app gives the same options again: until WeChat has loaded the page, the screen is that of the
   * launch before, and answers that come in between are answers to it.
   */
  const isStillBefore = () => current !== null && !isRepeated && begun === 0;

  const checkAge = (what: string) => {
    const age = model().elapsed - launchedAt;
    const isTaken = current === null || stateOf(current) === null || age < takesAnswerMs;
    hold(1, isTaken, `${what} ${age} ms after the launch, whose app takes no answer any more`);
  };

  const note = (text: string) => {
    if (isStillBefore()) {
      const isSame = previous.result === null || text === previous.result;
      hold(1, isSame, 'the launch before has a second result');
      previous.result = text;
      return;
    }
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

  const goesBack = (attempt: number, { visit }: State) => {
    hold(1, attempt === visit.attempt, 'a result goes back for a try that is over');
    const launched = isStillBefore() ? previous : { called };
    hold(1, !launched.called, 'navigateBackApplication is called a second time for one launch');
    if (launched !== previous) called = true;
    else {
      previous.called = true;
      late = previous.result;
    }
  };

  const leaves = (effect: Effect, state: State) => {
    if (effect.type === 'goBack') {
      goesBack(effect.attempt, state);
      if (isSuccess(state) && !isStillBefore()) checkAge('a result goes');
    }
    if (spendsCodes(effect) && !isStillBefore()) checkAge('the person is signed in');
  };

  return {
    launched(options, fresh) {
      const isOther = caller !== null && options.caller !== null && options.caller !== caller;
      isRepeated = !(fresh || isOther);
      if (!isRepeated) begin(options);
      caller ??= options.caller;
    },
    entered() {
      const isNew = current !== null && model().lastOptions === current && !isRepeated;
      hold(1, !isNew || begun === 1, `a new launch begins ${begun} logins`);
      isRepeated = true;
      begun = 0;
    },
    destroyed: () => begin(null),
    stepped({ before, event, state, effects }) {
      checkDropped({ before, event, state, effects });
      if (isBeginning(event) && state.visit.attempt !== before.visit.attempt) begun += 1;
      if (event.type === 'entered' && event.options.scene === 1069 && isRepeated) {
        hold(
          1,
          state.visit.attempt === before.visit.attempt,
          'options that WeChat only repeats begin a login',
        );
      }
      if (event.type === 'entered' && state.name === 'about') begin(null);
      if (
        carriesResult(state) &&
        (state.name !== before.name || state.visit.attempt !== before.visit.attempt)
      )
        note(state.result);
      for (const effect of effects) leaves(effect, state);
    },
    received(text) {
      if (late !== null && isText(text, late)) {
        late = null;
        return;
      }
      received += 1;
      // A switch that WeChat makes late is no doing of the login's; what stands on its button is.
      if (model().goingBack === null && isSuccess(model().state))
        checkAge('the button carries a result');
      hold(1, current !== null, 'an app that did not launch the program receives a result');
      // On a split screen the switch hides nothing: that it has happened cannot be known, and the
      // button that stays there carries the same text.
      const isSame = stays && text === sent;
      hold(1, received === 1 || isSame, 'the app receives a second result for one launch');
      sent = text;
      stays = model().behaviour.splitScreen;
      hold(
        1,
        result !== null && isText(text, result),
        'the app receives something else than the result',
      );
    },
  };
};

function isSuccess(state: State): boolean {
  return 'outcome' in state && state.outcome === 'ok';
}

function spendsCodes(effect: Effect): boolean {
  return effect.type === 'request' && (effect.purpose === 'signIn' || effect.purpose === 'ticket');
}

function isBeginning({ type }: Event): boolean {
  return type === 'entered' || type === 'pageLoaded';
}

function carriesResult(
  state: State,
): state is Extract<State, { name: 'returning' | 'manualReturn' }> {
  return state.name === 'returning' || state.name === 'manualReturn';
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
function isText(text: string, result: string): boolean {
  return text === result || (text.startsWith('{') && JSON.stringify(JSON.parse(result)) === text);
}
