import { isOptional, type Terms, type Yes } from './consent';
import { unusualScopes } from './scopes';
import type { Asking, State } from './state';

/** What the login screen asks the person to agree to: the screen and the receipt are made of it. */
export function termsOf({ visit: { privacy, launch }, consent }: Asking): Terms {
  return {
    agreements: consent.agreements.filter((one) => !isOptional(one)),
    // What was refused is not asked for once more: before the number WeChat asks for it itself.
    privacyContract: privacy.refused ? '' : privacy.contractName,
    scopes: unusualScopes(launch.scope),
  };
}

/** A yes to what is on the screen now; one that was given before keeps its time. */
export function sayYes(state: Asking, now: number): Asking {
  const yes: Yes = state.consent.yes ?? { at: now, to: termsOf(state) };
  return { ...state, consent: { ...state.consent, yes } };
}

/** WeChat has not taken the yes to its contract: the person's to the rest stands. */
export function refuseContract({ visit, consent, ...state }: Asking): Asking {
  const { yes } = consent;
  const to = yes && { ...yes, to: { ...yes.to, privacyContract: '' } };
  const privacy = { ...visit.privacy, refused: true };
  return { ...state, visit: { ...visit, privacy }, consent: { ...consent, yes: to } };
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
