import { isOptional, type Terms, type Yes } from './consent';
import { unusualScopes } from './scopes';
import type { Asking, State } from './state';

/** What the login screen asks the person to agree to: the screen and the receipt are made of it. */
export function termsOf({ visit: { privacy, launch }, consent }: Asking): Terms {
  return {
    agreements: consent.agreements.filter((one) => !isOptional(one)),
    privacyContract: privacy.contractName,
    scopes: unusualScopes(launch.scope),
  };
}

/** A yes to what is on the screen now; one that was given before keeps its time. */
export function sayYes(state: Asking, now: number): Asking {
  const yes: Yes = state.consent.yes ?? { at: now, to: termsOf(state) };
  return { ...state, consent: { ...state.consent, yes } };
}

/** Also takes back the phone that WeChat may be asking for. */
export function takeYesBack(state: Asking): Asking {
  return { ...state, consent: { ...state.consent, yes: null }, phonePrompt: null };
}

/** Whatever has changed the words on the screen: a yes to others is gone. */
export function dropStaleYes(state: State): State {
  if (state.name !== 'asking' || state.consent.yes === null) return state;
  const isSame = JSON.stringify(state.consent.yes.to) === JSON.stringify(termsOf(state));
  return isSame ? state : takeYesBack(state);
}
