import type { Effect } from '../../../miniprogram/login/effect';
import type { Event } from '../../../miniprogram/login/event';
import type { State } from '../../../miniprogram/login/state';
import { kindOf, SecretFinder } from '../secrets';
import type { Observed } from '../world';
import { hold, type Invariant } from './invariant';

/**
 * Consent fails closed: no phone prompt and no code out before it, the box never pre-ticked,
 * refusing as easy as agreeing; what is agreed to stood on the screen at the tap.
 */
export const consent: Invariant = (world) => {
  const secrets = new SecretFinder();
  let agreedAt: number | null = null;
  let retried = false;
  let configured = false;
  /** WeChat's own, as it stands on the screen. */
  let contract = '';
  /** The one that stood there at the tap. */
  let agreedContract = '';
  let contractRefused = false;

  const forget = () => {
    agreedAt = null;
    retried = false;
    configured = false;
    contract = '';
    contractRefused = false;
  };

  return {
    destroyed: forget,
    prompted(tap, action) {
      hold(
        3,
        agreedAt !== null || tap === 'sheet',
        'WeChat asks for the phone before the person has agreed',
      );
      if (!action.includes('agreePrivacyAuthorization')) return;
      hold(3, contract !== '', 'a tap agrees to a contract that is not named on the screen');
      hold(
        3,
        !contractRefused,
        'a tap that WeChat answers with its privacy error asks for the same once more',
      );
    },
    stepped(step) {
      const { before, event, state, effects } = step;
      const isOpened = event.type === 'entered' || event.type === 'pageLoaded';
      if (isOpened && state.visit.attempt !== before.visit.attempt) forget();
      if (event.type === 'retryTapped') retried = true;
      note(step);
      if (state.name === 'asking') checkScreen(before, state);
      if (
        before.name === 'asking' &&
        event.type === 'declined' &&
        event.screen === before.visit.screen
      ) {
        hold(3, state.name === 'returning' || state.name === 'byHand', 'one tap does not refuse');
      }
      for (const effect of effects) {
        checkEffect(effect);
        if (effect.type === 'seal') checkRecord(effect.plaintext);
      }
      if (state.name === 'returning' || state.name === 'byHand') checkRecord(state.result);
    },
  };

  /** The person's own words, as the screen in front took them. */
  function note({ before, event, state }: Observed): void {
    const isMeant = !('screen' in event) || event.screen === before.visit.screen;
    if (!isMeant)
      hold(3, state === before, `${event.type} counts for a screen that it was not meant for`);
    if (before.name === 'asking' && isMeant) noteYes(before, event);
    if (event.type === 'privacyRead' && event.attempt === before.visit.attempt)
      contract = event.contractName;
    if (
      event.type === 'responded' &&
      event.purpose === 'agreements' &&
      event.attempt === state.visit.attempt
    ) {
      configured ||= JSON.stringify(event.response.body ?? null).includes(
        '"agreementEnabled":true',
      );
    }
  }

  function noteYes(before: Extract<State, { name: 'asking' }>, event: Event): void {
    const { now } = world();
    if (agreedAt === null) agreedContract = contract;
    if (event.type === 'agreementsToggled') agreedAt = event.agreed ? (agreedAt ?? now) : null;
    if (
      event.type === 'sheetAgreed' &&
      before.sheet !== null &&
      before.loginCode.status === 'ready'
    )
      agreedAt ??= now;
    if (event.type === 'sheetClosed' && before.sheet !== null) agreedAt = null;
    if (event.type === 'phoneAnswered' && before.phonePrompt !== null)
      contractRefused ||= isPrivacyError(event.detail);
  }

  function checkScreen(before: State, state: Extract<State, { name: 'asking' }>): void {
    // What was sent already was agreed to as the screen was then; this is another screen.
    if (contract !== agreedContract) agreedAt = null;
    hold(
      3,
      (state.consent.yes?.at ?? null) === agreedAt,
      'the box shows a yes that the person did not give, or not then',
    );
    hold(
      3,
      world().brand.agreements.from === 'brand' || configured,
      'there is a login without the agreements',
    );
    hold(3, state.consent.agreements.length > 0, 'the person is asked to agree to nothing');
    if (before.name !== 'asking' && !retried)
      hold(3, state.consent.yes === null, 'the box is pre-ticked');
  }

  function isPrivacyError(detail: unknown): boolean {
    return /"errno":10[34]/.test(JSON.stringify(detail ?? null));
  }

  function checkEffect(effect: Effect): void {
    if (effect.type !== 'request' && effect.type !== 'goBack') return;
    const leaves = effect.type === 'request' ? effect.request : effect.extraData;
    const spent = secrets
      .in(leaves)
      .some((name) => ['login', 'phone', 'encrypted'].includes(kindOf(name)));
    hold(
      3,
      !spent || agreedAt !== null,
      'a code of the person leaves before the person has agreed',
    );
  }

  function checkRecord(result: string): void {
    if (!result.includes('"session":')) return;
    const at = /"consent":\{.*"at":"([^"]+)"/.exec(result)?.[1] ?? '';
    hold(
      3,
      agreedAt !== null && Date.parse(at) === agreedAt,
      'the result names a time at which the person did not agree',
    );
    hold(
      3,
      /"agreements":\[\{"id":"[^"]+","version":"[^"]+"/.test(result),
      'the result does not say what was agreed to',
    );
  }
};
