import type { Effect } from '../../../miniprogram/login/effect';
import type { State } from '../../../miniprogram/login/state';
import { kindOf, SecretFinder } from '../secrets';
import type { Observed } from '../world';
import { hold, type Invariant } from './invariant';

/** Consent fails closed: no phone prompt and no code out before it, the box never pre-ticked, refusing as easy as agreeing. */
export const consent: Invariant = (world) => {
  const secrets = new SecretFinder();
  let agreedAt: number | null = null;
  let retried = false;
  let configured = false;

  const forget = () => {
    agreedAt = null;
    retried = false;
    configured = false;
  };

  return {
    destroyed: forget,
    prompted(tap) {
      hold(3, agreedAt !== null || tap === 'sheet', 'WeChat asks for the phone before the person has agreed');
    },
    stepped(step) {
      const { before, event, state, effects } = step;
      if (event.type === 'entered' && state.visit.attempt !== before.visit.attempt) forget();
      if (event.type === 'retryTapped') retried = true;
      note(step);
      if (state.name === 'asking') checkScreen(before, state);
      if (before.name === 'asking' && event.type === 'declined') {
        hold(3, state.name === 'returning' || state.name === 'byHand', 'one tap does not refuse');
      }
      for (const effect of effects) checkEffect(effect);
      if (state.name === 'returning' || state.name === 'byHand') checkRecord(state.result);
    },
  };

  /** The person's own words, as the screen in front took them. */
  function note({ before, event, state }: Observed): void {
    if (before.name === 'asking') {
      const { now } = world();
      if (event.type === 'agreementsToggled') agreedAt = event.agreed ? (agreedAt ?? now) : null;
      if (event.type === 'sheetAgreed' && before.sheet !== null && before.loginCode.status === 'ready') agreedAt ??= now;
    }
    if (event.type === 'responded' && event.purpose === 'agreements' && event.attempt === state.visit.attempt) {
      configured ||= JSON.stringify(event.response.body ?? null).includes('"agreementEnabled":true');
    }
  }

  function checkScreen(before: State, state: Extract<State, { name: 'asking' }>): void {
    hold(3, state.agreedAt === agreedAt, 'the box shows a yes that the person did not give, or not then');
    hold(3, world().brand.agreements.from === 'brand' || configured, 'there is a log-in without the agreements');
    hold(3, state.agreements.length > 0, 'the person is asked to agree to nothing');
    if (before.name !== 'asking' && !retried) hold(3, state.agreedAt === null, 'the box is pre-ticked');
  }

  function checkEffect(effect: Effect): void {
    if (effect.type !== 'request' && effect.type !== 'goBack') return;
    const leaves = effect.type === 'request' ? effect.request : effect.extraData;
    const spent = secrets.in(leaves).some((name) => ['login', 'phone', 'encrypted'].includes(kindOf(name)));
    hold(3, !spent || agreedAt !== null, 'a code of the person leaves before the person has agreed');
  }

  function checkRecord(result: string): void {
    if (!result.includes('"status":"ok"')) return;
    const at = /"at":"([^"]+)"/.exec(result)?.[1] ?? '';
    hold(3, agreedAt !== null && Date.parse(at) === agreedAt, 'the result names a time at which the person did not agree');
    hold(3, /"agreements":\[\{"id":"[^"]+","version":"[^"]+"/.test(result), 'the result does not say what was agreed to');
  }
};
