import { primaryAction, sheetAction } from '../choices';
import { isOptional, type Terms } from '../consent';
import type { PhonePolicy } from '../contract';
import { failures } from '../failure';
import type { ConsentSheet, LoginScreen, SentencePart } from '../screen';
import type { Asking, Notice } from '../state';
import { termsOf } from '../terms';
import type { WordKey } from '../words/index';
import { contractParts, partsOf } from './links';
import { plain, type Speech } from './speech';

export function presentLogin(state: Asking, say: Speech): LoginScreen {
  const { brand, launch } = state.visit;
  const { phone } = launch;
  const terms = termsOf(state);
  const list = [
    ...terms.agreements.map((one) => partsOf(one, say.lang)),
    ...contractParts(terms.privacyContract),
  ];
  const areTitles = terms.agreements.some((one) => 'parts' in one);
  const sentence = (key: WordKey) => say.withList(areTitles ? 'login.consent.titles' : key, list);
  const parts = sentence('login.consent');
  const primary = say(phone === 'none' ? 'login.primary.wechat' : 'login.primary.phone');
  return {
    screen: 'login',
    heading: say('login.heading'),
    asking: say('login.asking'),
    onBehalf: say('login.onBehalf'),
    logo: brand.logo,
    shared: {
      heading: say('login.shared'),
      items: [...shared(phone, say), ...beyondUsual(terms.scopes, say)],
    },
    consent: { id: '', agreed: state.consent.yes !== null, label: plain(parts), parts },
    options: options(state, say),
    primary: { label: primary, ...primaryAction(state) },
    withoutPhone: phone === 'optional' ? { label: say('login.withoutPhone') } : null,
    decline: { label: say('login.decline') },
    notice: state.notice === null ? null : notice(state.notice, phone, say),
    sheet: state.sheet === null ? null : sheet(state, sentence('sheet.consent'), say),
  };
}

function shared(phone: PhonePolicy, say: Speech): LoginScreen['shared']['items'] {
  const wechat = {
    id: 'wechat',
    label: say('login.wechat'),
    detail: say('login.wechat.detail'),
  } as const;
  if (phone === 'none') return [wechat];
  const detail = say(phone === 'optional' ? 'login.phone.optional' : 'login.phone.detail');
  return [wechat, { id: 'phone', label: say('login.phone'), detail }];
}

/**
 * What the app asks for beyond what everybody expects of a login. A scope that has no words of its
 * own is named as it is.
 */
function beyondUsual(scopes: Terms['scopes'], say: Speech): LoginScreen['shared']['items'] {
  if (scopes.length === 0) return [];
  const named = scopes
    .map((one) => (hasWords(one) ? say(`scope.${one}`) : one))
    .join(say('list.comma'));
  return [
    {
      id: 'notice',
      label: say('login.scopes'),
      detail: say('login.scopes.detail', { scopes: named }),
    },
  ];
}

function hasWords(scope: string): scope is 'email' | 'address' | 'offline_access' {
  return scope === 'email' || scope === 'address' || scope === 'offline_access';
}

/** What the login does not need has a box of its own, on the screen and on the sheet. */
function options({ consent }: Asking, say: Speech): LoginScreen['options'] {
  return consent.agreements.filter(isOptional).map((agreement) => {
    const { id } = agreement;
    const parts = say.withList('login.option', [partsOf(agreement, say.lang)]);
    return { id, agreed: consent.chosen.includes(id), label: plain(parts), parts };
  });
}

function sheet(state: Asking, parts: readonly SentencePart[], say: Speech): ConsentSheet {
  return {
    heading: say('sheet.heading'),
    parts,
    agree: { label: say('sheet.agree'), ...sheetAction(state) },
    cancel: { label: say('sheet.cancel') },
  };
}

function notice(shown: Notice, phone: PhonePolicy, say: Speech): string {
  if (shown === 'cannotOpen') return say('agreement.missing');
  const { code } = shown;
  switch (code) {
    case 'phone_denied':
      return say(phone === 'optional' ? 'notice.phone_denied.optional' : 'notice.phone_denied');
    case 'privacy_refused':
    case 'consent_refused':
      return say(`notice.${code}`);
    default:
      return say(`advice.${failures[code].advice}`);
  }
}
