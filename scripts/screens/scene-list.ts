import type { Brand } from '../../miniprogram/login/brand';
import { askFor } from '../../miniprogram/login/consent';
import type { Lang } from '../../miniprogram/login/lang';
import type { View } from '../../miniprogram/login/screen';
import { view } from '../../miniprogram/login/view';
import { genauthAgreements, genauthScenes } from './genauth-scenes';
import { partsOf, type Scene, since } from './scene-parts';

/** Every situation of a login with this brand. */
export function scenesOf(brand: Brand): readonly Scene[] {
  const {
    agreed,
    agreements,
    asking,
    failed: fail,
    finished,
    manualReturn,
    reading,
    returning,
    underWay,
    visit,
    withScope,
  } = partsOf(brand);
  return [
    { name: 'login', title: 'Login, the box unticked', state: asking({}) },
    { name: 'login-agreed', title: 'Login, the box ticked', state: asking({}, { agreed: true }) },
    {
      name: 'login-getting-ready',
      title: 'Login, agreed, WeChat has no code yet',
      state: asking({ loginCode: { status: 'fetching', since } }, { agreed: true }),
    },
    {
      name: 'login-sheet',
      title: 'The button was tapped with the box unticked',
      state: asking({ sheet: 'phone' }),
    },
    ...genauthScenes(asking),
    {
      name: 'login-denied',
      title: 'The phone number was refused',
      state: asking({ notice: { code: 'phone_denied', message: '' } }, { agreed: true }),
    },
    {
      name: 'login-optional',
      title: 'The phone number is optional',
      state: asking({}, { phone: 'optional' }),
    },
    {
      name: 'login-scopes',
      title: 'The app asks for more than usual',
      state: withScope('openid profile phone email'),
    },
    {
      name: 'login-no-phone',
      title: 'No phone number is asked for',
      state: asking({}, { phone: 'none' }),
    },
    {
      name: 'working-preparing',
      title: "Reading the agreements from GenAuth's configuration",
      state: reading('preparing'),
    },
    {
      name: 'working',
      title: 'Signing in',
      state: (lang) => ({ ...underWay(lang), name: 'signingIn', since, consent: agreed(lang) }),
    },
    {
      name: 'working-sealing',
      title: 'Encrypting the result',
      state: (lang) => ({
        ...underWay(lang, 'required', { x: 'x', y: 'y' }),
        name: 'sealing',
        since,
        consent: agreed(lang),
      }),
    },
    {
      name: 'returning',
      title: 'Going back, signed in',
      state: returning('ok'),
    },
    {
      name: 'returning-declined',
      title: 'Going back, not signed in',
      state: returning('error'),
    },
    {
      name: 'returning-manual',
      title: 'WeChat did not switch',
      state: manualReturn({ call: { since, acceptedAt: since } }),
    },
    {
      name: 'returning-again',
      title: 'The button did not help; it may the next time',
      state: manualReturn({ failedOnce: true }),
    },
    {
      name: 'finished',
      title: 'The app has the result, and the person has come back',
      state: finished('delivered'),
    },
    {
      name: 'finished-unknown',
      title: 'The result may have gone',
      state: finished('unknown'),
    },
    {
      name: 'finished-lost',
      title: 'The result could not be handed over',
      state: finished('lost'),
    },
    { name: 'failure-network', title: 'No connection', state: fail('network') },
    { name: 'failure-server', title: 'GenAuth has a problem', state: fail('server', 500) },
    {
      name: 'failure-mfa',
      title: 'The account needs more than this',
      state: fail('needs_mfa', 1635),
    },
    {
      name: 'failure-setting',
      title: "The brand's settings are wrong",
      state: fail('privacy_undeclared'),
    },
    {
      name: 'failure-expired',
      title: 'It took too long: only the app can begin again',
      state: fail('launch_expired'),
    },
    {
      name: 'about',
      title: 'Opened by hand',
      state: (lang) => ({ name: 'about', visit: visit(lang), agreements, cannotOpen: false }),
    },
  ];
}

/** As much as the login screen can hold: scopes, an optional phone, an optional agreement, a notice. */
export function fullestOf(brand: Brand): Scene {
  return {
    name: 'login-fullest',
    title: 'All at once',
    state: (lang) => partsOf(brand).fullest(lang, askFor(genauthAgreements(lang))),
  };
}

/** What the program shows with another brand, scene by scene. */
export function viewsOf(
  brand: Brand,
  lang: Lang,
): readonly { readonly name: string; readonly view: View }[] {
  return scenesOf(brand).map(({ name, state }) => ({ name, view: view(state(lang)) }));
}
