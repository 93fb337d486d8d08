import type { EnterOptions } from '../../../miniprogram/login/event';
import type { State } from '../../../miniprogram/login/state';
import { hosted, registered } from '../hosted';
import { SecretFinder } from '../secrets';
import { withoutBrand } from '../templates';
import { hold } from '../violation';
import { type Invariant, isNewVisit } from './invariant';

/**
 * Nothing but a refusal reaches an app that the brand does not name, and a result never reaches
 * another app than the one whose launch it answers.
 */
export const openingApp: Invariant = (model) => {
  const secrets = new SecretFinder();
  /** The app behind: the one that launched last. */
  let front: EnterOptions | null = null;
  /** One that is being given: it is in front once its login begins, or all of it was given. */
  let next: EnterOptions | null = null;
  /** Whose launch the result answers. */
  let made: { readonly caller: string | null } | null = null;

  const arrive = () => {
    front = next ?? front;
    next = null;
  };

  const isNamed = () => {
    const { apps, unknownCaller } = model().brand;
    // Also the app that the template itself names.
    if (model().brand === withoutBrand) return false;
    if (model().brand === hosted) return front !== null && registered(front) !== null;
    return apps.some(({ mobileAppId }) => mobileAppId === (front?.caller ?? unknownCaller));
  };

  /** Of whom WeChat does not name. */
  const taken = (caller: string | null) => caller ?? model().brand.unknownCaller;

  return {
    launched(options, fresh) {
      if (fresh) next = options;
      // It was this one from the start: WeChat had not said so.
      else if (next === null && front !== null && options.caller !== null) {
        front = { ...front, caller: options.caller };
        // A refusal of nobody in particular was for this app.
        if (model().brand.unknownCaller === 'refuse' && made?.caller === null)
          made = { caller: options.caller };
      }
    },
    entered: arrive,
    destroyed() {
      made = null;
    },
    stepped(step) {
      const { before, event, state, effects } = step;
      if (isNewVisit(step)) arrive();
      if (model().hiddenAt !== null || event.type === 'hidden') checkHidden();
      if (
        carriesResult(state) &&
        (!carriesResult(before) || before.visit.attempt !== state.visit.attempt)
      ) {
        made = { caller: front?.caller ?? null };
      }
      for (const effect of effects) {
        if (effect.type === 'seal') checkSealed(effect.plaintext);
      }
      if (front === null || isNamed() || state.name === 'idle' || state.name === 'about') return;
      checkRefused(state);
      const asks = effects.find(({ type }) =>
        ['fetchLoginCode', 'readPrivacy', 'request', 'seal'].includes(type),
      );
      if (state.name === 'identifying') return;
      hold(
        8,
        asks === undefined,
        `an app that the brand does not name makes the program ${asks?.type}`,
      );
    },
    received(text) {
      hold(
        8,
        front !== null && made !== null && taken(made.caller) === taken(front.caller),
        'a result reaches another app than the one that asked',
      );
      if (!isNamed())
        hold(
          8,
          secrets.in(text).length === 0 && !text.includes('"status":"ok"'),
          'an app that is not named gets more than a refusal',
        );
    },
  };

  function checkRefused(state: Exclude<State, { name: 'idle' | 'about' }>): void {
    const isRefusal =
      state.name === 'returning' || state.name === 'manualReturn' || state.name === 'finished';
    // Before anybody has said who asks, and where nobody can say it.
    const isOpen = state.name === 'identifying' || state.name === 'failed';
    hold(
      8,
      model().brand === hosted
        ? isOpen || (isRefusal && state.outcome === 'error')
        : isRefusal && state.failure?.code === refusalCode(),
      `an app that the brand does not name gets to ${state.name}`,
    );
  }

  function refusalCode(): string {
    return model().brand === withoutBrand ? 'ext_invalid' : 'app_not_allowed';
  }

  /** The old screen may flash first when another app opens the program. */
  function checkHidden(): void {
    const seen = model().view();
    const carried = seen.screen === 'returning' ? (seen.launchApp?.appParameter ?? '') : '';
    hold(8, carried === '', 'the button carries a result while the program is hidden');
  }

  /** A seal that does not cover what it belongs to could be passed off for another's. */
  function checkSealed(plaintext: string): void {
    const { query } = front ?? {};
    const own =
      typeof query === 'object' && query !== null && 'state' in query ? query.state : null;
    const { brand } = model();
    const entry =
      brand === hosted && front !== null
        ? registered(front)
        : brand.apps.find(
            ({ mobileAppId }) => mobileAppId === (front?.caller ?? brand.unknownCaller),
          );
    hold(
      8,
      plaintext.includes(`"state":"${own}"`),
      'the sealed result does not say which launch it answers',
    );
    hold(
      8,
      plaintext.includes(`"app":"${entry?.app}"`),
      'the sealed result does not say for which application it is',
    );
  }
};

function carriesResult({ name }: State): boolean {
  return name === 'returning' || name === 'manualReturn';
}
