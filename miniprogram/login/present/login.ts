import type { EffectiveBrand } from '../brand';
import { primaryAction, sheetAction } from '../choices';
import { isOptional, type Terms } from '../consent';
import type { PhonePolicy } from '../contract';
import { failures } from '../failure';
import type { ConsentSheet, LoginScreen, SentencePart } from '../screen';
import type { Asking, Notice } from '../state';
import { termsOf } from '../terms';
import type { WordKey } from '../words/index';
import { contractParts, partsOf } from './links';
import { plain, type Translate } from './translate';

export function presentLogin(state: Asking, translate: Translate): LoginScreen {
  const { brand, launch } = state.visit;
  const { phone } = launch;
  const terms = termsOf(state);
  const list = [
    ...terms.agreements.map((one) => partsOf(one, translate.lang)),
    ...contractParts(terms.privacyContract),
  ];
  const areTitles = terms.agreements.some((one) => 'parts' in one);
  const sentence = (key: WordKey) =>
    translate.withList(areTitles ? 'login.consent.titles' : key, list);
  const parts = sentence('login.consent');
  const primary = translate(phone === 'none' ? 'login.primary.wechat' : 'login.primary.phone');
  return {
    screen: 'login',
    heading: translate('login.heading'),
    asking: translate('login.asking'),
    onBehalf: translate('login.onBehalf'),
    logo: brand.logo,
    shared: {
      heading: translate('login.shared'),
      items: [...shared(phone, brand, translate), ...beyondUsual(terms.scopes, translate)],
    },
    consent: { id: '', agreed: state.consent.yes !== null, label: plain(parts), parts },
    options: options(state, translate),
    primary: { label: primary, ...primaryAction(state) },
    withoutPhone: phone === 'optional' ? { label: translate('login.withoutPhone') } : null,
    decline: { label: translate('login.decline') },
    notice: state.notice === null ? null : notice(state.notice, phone, translate),
    sheet: state.sheet === null ? null : sheet(state, sentence('sheet.consent'), translate),
  };
}

function shared(
  phone: PhonePolicy,
  { createsAccounts }: EffectiveBrand,
  translate: Translate,
): LoginScreen['shared']['items'] {
  const wechat = {
    id: 'wechat',
    label: translate('login.wechat'),
    detail: translate('login.wechat.detail'),
  } as const;
  if (phone === 'none') return [wechat];
  const needed = createsAccounts === false ? 'login.phone.existing' : 'login.phone.detail';
  const detail = translate(phone === 'optional' ? 'login.phone.optional' : needed);
  return [wechat, { id: 'phone', label: translate('login.phone'), detail }];
}

/**
 * What the app asks for beyond what everybody expects of a login. A scope that has no words of its
 * own is named as it is.
 */
function beyondUsual(
  scopes: Terms['scopes'],
  translate: Translate,
): LoginScreen['shared']['items'] {
  if (scopes.length === 0) return [];
  const named = scopes
    .map((one) => (hasWords(one) ? translate(`scope.${one}`) : one))
    .join(translate('list.comma'));
  return [
    {
      id: 'notice',
      label: translate('login.scopes'),
      detail: translate('login.scopes.detail', { scopes: named }),
    },
  ];
}

function hasWords(scope: string): scope is 'email' | 'address' | 'offline_access' {
  return scope === 'email' || scope === 'address' || scope === 'offline_access';
}

/** What the login does not need has a box of its own, on the screen and on the sheet. */
function options({ consent }: Asking, translate: Translate): LoginScreen['options'] {
  return consent.agreements.filter(isOptional).map((agreement) => {
    const { id } = agreement;
    const parts = translate.withList('login.option', [partsOf(agreement, translate.lang)]);
    return { id, agreed: consent.chosen.includes(id), label: plain(parts), parts };
  });
}

function sheet(state: Asking, parts: readonly SentencePart[], translate: Translate): ConsentSheet {
  return {
    heading: translate('sheet.heading'),
    parts,
    agree: { label: translate('sheet.agree'), ...sheetAction(state) },
    cancel: { label: translate('sheet.cancel') },
  };
}

function notice(shown: Notice, phone: PhonePolicy, translate: Translate): string {
  if (shown.cannotOpen) return translate('agreement.missing');
  const { code } = shown;
  const { fault, advice } = failures[code];
  if (code === 'consent_refused') return translate('notice.consent_refused');
  if (phone !== 'optional' && (code === 'phone_denied' || code === 'privacy_refused'))
    return translate(`notice.${code}`);
  // Without the number there is a way on, whoever's matter it is that there is none.
  return translate(fault === 'connection' ? `advice.${advice}` : 'notice.noPhone');
}
