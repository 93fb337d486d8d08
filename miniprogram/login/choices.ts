import { type Agreement, inLanguage, type PackAgreement } from './brand';
import type { ButtonAction } from './screen';
import type { Asking, State } from './state';

/**
 * What tapping the primary button does, and whether it has to wait: for `view.ts`, and for the
 * table to agree with it.
 */
export function primaryAction(state: Asking): {
  readonly action: ButtonAction;
  readonly busy: boolean;
} {
  const busy = state.loginCode.status === 'fetching';
  if (state.consent.yes === null) return { action: 'next', busy: false };
  return { action: state.visit.launch.phone === 'none' ? 'next' : phoneAction(state), busy };
}

/** The sheet's button agrees and goes on in one tap. */
export function sheetAction(state: Asking): {
  readonly action: ButtonAction;
  readonly busy: boolean;
} {
  const busy = state.loginCode.status === 'fetching';
  const withPhone = state.sheet === 'phone' && state.visit.launch.phone !== 'none';
  return { action: withPhone ? phoneAction(state) : 'next', busy };
}

/**
 * Both in one tap only when WeChat wants its contract agreed to and the sentence that is agreed to
 * names it; never again after that was refused, also by a WeChat that answers so without asking
 * anybody (docs/wechat.md#one-button-for-agreeing-and-the-number).
 */
function phoneAction({ visit: { privacy } }: Asking): ButtonAction {
  const isCoupled =
    privacy.needsAuthorization === true && privacy.contractName !== '' && !privacy.refused;
  return isCoupled ? 'getPhoneNumber|agreePrivacyAuthorization' : 'getPhoneNumber';
}

/** What a link on the screen of this state opens. */
export interface OpenedDocument {
  readonly title: string;
  readonly content: PackAgreement['content'];
}

export function documentOf(state: State, id: string): OpenedDocument | null {
  for (const agreement of agreementsOf(state)) {
    if ('parts' in agreement) {
      const link = agreement.parts.find((part) => part.url !== null && part.id === id);
      if (link?.url) return { title: link.text, content: { url: link.url } };
    } else if (agreement.id === id) {
      return { title: inLanguage(agreement.title, state.visit.lang), content: agreement.content };
    }
  }
  return null;
}

function agreementsOf(state: State): readonly Agreement[] {
  if (state.name === 'about') return state.agreements;
  if ('consent' in state && state.consent !== null) return state.consent.agreements;
  const { agreements } = state.visit.brand;
  return agreements.from === 'brand' ? agreements.items : [];
}
