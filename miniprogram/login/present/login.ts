import type { Brand } from '../brand';
import { primaryAction, sheetAction } from '../choices';
import { type Failure, failures } from '../failure';
import type { PhonePolicy } from '../launch/launch';
import type { ConsentSheet, LoginScreen } from '../screen';
import type { Asking } from '../state';
import { agreementLinks } from './links';
import { plain, type Speech } from './speech';

export function presentLogin(state: Asking, brand: Brand, say: Speech): LoginScreen {
  const { launch, privacy } = state.visit;
  const { phone } = launch;
  const links = agreementLinks(state.agreements, privacy, say.lang);
  const parts = say.withLinks('login.consent', links);
  const primary = say(phone === 'none' ? 'login.primary.wechat' : 'login.primary.phone');
  return {
    screen: 'login',
    heading: say('login.heading'),
    asking: say('login.asking'),
    onBehalf: say('login.onBehalf'),
    logo: brand.logo,
    shared: { heading: say('login.shared'), items: shared(phone, say) },
    consent: { agreed: state.agreedAt !== null, label: plain(parts), parts },
    primary: { label: primary, ...primaryAction(state) },
    withoutPhone: phone === 'optional' ? { label: say('login.withoutPhone') } : null,
    decline: { label: say('login.decline') },
    notice: state.notice === null ? null : notice(state.notice, phone, say),
    sheet: state.sheet === null ? null : sheet(state, say),
  };
}

function shared(phone: PhonePolicy, say: Speech): LoginScreen['shared']['items'] {
  const wechat = { id: 'wechat', label: say('login.wechat'), detail: say('login.wechat.detail') } as const;
  if (phone === 'none') return [wechat];
  const detail = say(phone === 'optional' ? 'login.phone.optional' : 'login.phone.detail');
  return [wechat, { id: 'phone', label: say('login.phone'), detail }];
}

function sheet(state: Asking, say: Speech): ConsentSheet {
  const links = agreementLinks(state.agreements, state.visit.privacy, say.lang);
  return {
    heading: say('sheet.heading'),
    parts: say.withLinks('sheet.consent', links),
    agree: { label: say('sheet.agree'), ...sheetAction(state) },
    cancel: { label: say('sheet.cancel') },
  };
}

function notice({ code }: Failure, phone: PhonePolicy, say: Speech): string {
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
