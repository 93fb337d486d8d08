import type { Effect } from '../../../miniprogram/login/effect';
import type { State } from '../../../miniprogram/login/state';
import { kindOf, SecretFinder } from '../secrets';
import { hold } from '../violation';
import type { Invariant } from './invariant';

/** Where a state may hold which secrets, until they are used. Everywhere else: none. */
const mayHold: Readonly<Partial<Record<State['name'], readonly string[]>>> = {
  identifying: ['login'],
  preparing: ['login'],
  asking: ['login'],
  renewing: ['phone', 'encrypted', 'iv'],
  returning: ['login', 'phone', 'access', 'id', 'refresh', 'ticket', 'jwe'],
  manualReturn: ['login', 'phone', 'access', 'id', 'refresh', 'ticket', 'jwe'],
};

/** Nothing secret is logged, stored or shown, and nothing is kept between launches. */
export const secretsKept: Invariant = (model) => {
  const secrets = new SecretFinder();
  const holdNone = (value: unknown, what: string) => hold(6, secrets.in(value).length === 0, what);

  return {
    stepped({ before, event, state, effects }) {
      const allowed = mayHold[state.name] ?? [];
      const held = secrets.in(state);
      for (const name of held)
        hold(6, allowed.includes(kindOf(name)), `${state.name} holds ${name}`);
      if (event.type === 'entered' && state.visit.attempt !== before.visit.attempt) {
        holdNone(state, 'something secret of the attempt before is still there');
      }
      if ('failure' in state) holdNone(state.failure, 'a failure holds a secret');
      if (state.name === 'returning' || state.name === 'manualReturn') checkResult(state);
      // What the state does not hold, the screen cannot show.
      if (state.name !== before.name && held.length > 0) checkScreen();
      for (const effect of effects) checkEffect(effect);
    },
  };

  /** Only the button that goes back carries the result; nothing that is read does. */
  function checkScreen(): void {
    const view = model().view();
    holdNone(
      view.screen === 'returning' ? { ...view, launchApp: view.launchApp?.button } : view,
      `the ${view.screen} screen shows a secret`,
    );
  }

  function checkResult({
    outcome,
    result,
    visit: { launch },
  }: Extract<State, { name: 'returning' | 'manualReturn' }>): void {
    if (outcome === 'error') holdNone(result, 'an error result holds a secret');
    if (launch.key === null) return;
    const open = secrets
      .in(result)
      .some((name) => ['access', 'id', 'refresh'].includes(kindOf(name)));
    hold(6, !open, 'a session that was to be sealed goes back open');
  }

  /** What others than GenAuth and the app can see. */
  function checkEffect(effect: Effect): void {
    if (effect.type === 'copy') holdNone(effect.text, 'a secret is copied for support');
    if (effect.type !== 'request') return;
    holdNone(effect.request.url, 'a secret is in a URL');
    holdNone(effect.request.headers, 'a secret is in a header');
  }
};
