import { brand as applied } from '../../miniprogram/brand';
import { type Agreement, type Brand, inLanguage } from '../../miniprogram/login/brand';
import { askFor, type GivenConsent } from '../../miniprogram/login/consent';
import type { PhonePolicy } from '../../miniprogram/login/contract';
import type { ShownCode } from '../../miniprogram/login/failure';
import type { Lang } from '../../miniprogram/login/lang';
import { ownBrand } from '../../miniprogram/login/launch/effective';
import type { Launch } from '../../miniprogram/login/launch/launch';
import type { View } from '../../miniprogram/login/screen';
import type { AppVisit, Asking, State, Visit } from '../../miniprogram/login/state';
import { sayYes } from '../../miniprogram/login/terms';
import { view } from '../../miniprogram/login/view';
import { genauthAgreements, genauthScenes } from './genauth-scenes';

/**
 * One screen in one situation. The state is made here, the view by the program's own code: every
 * look can be had at once.
 */
export interface Scene {
  readonly name: string;
  /** What to look at. */
  readonly title: string;
  readonly state: (lang: Lang) => State;
}

/** A fixed moment, so that two runs give the same picture. */
const now = Date.UTC(2025, 10, 20, 6, 30);
const since = now;
const attempt = 1;
const requestId = '7f9c2ba4-e88f-4f0e-8d0c-5d1c1f4a9b11';

/** Every situation of a login with this brand. */
function scenesOf(brand: Brand): readonly Scene[] {
  const {
    agreed,
    agreements,
    asking,
    failed: fail,
    going,
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
      state: (lang) => ({
        ...underWay(lang),
        name: 'preparing',
        since,
        loginCode: { status: 'fetching', since },
      }),
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
      state: (lang) => ({
        ...going(lang, 'ok'),
        name: 'returning',
        since,
        hidden: 'no',
        accepted: true,
      }),
    },
    {
      name: 'returning-declined',
      title: 'Going back, not signed in',
      state: (lang) => ({
        ...going(lang, 'error'),
        name: 'returning',
        since,
        hidden: 'no',
        accepted: true,
      }),
    },
    {
      name: 'returning-manual',
      title: 'WeChat did not switch',
      state: (lang) => ({
        ...going(lang, 'ok'),
        name: 'manualReturn',
        call: { since, acceptedAt: since },
        tap: null,
        failedOnce: false,
        mayHaveGone: false,
      }),
    },
    {
      name: 'returning-again',
      title: 'The button did not help; it may the next time',
      state: (lang) => ({
        ...going(lang, 'ok'),
        name: 'manualReturn',
        call: null,
        tap: null,
        failedOnce: true,
        mayHaveGone: false,
      }),
    },
    {
      name: 'finished',
      title: 'The app has the result, and the person has come back',
      state: (lang) => ({
        ...underWay(lang),
        name: 'finished',
        outcome: 'ok',
        failure: null,
        delivery: 'delivered',
        confirmableUntil: 0,
      }),
    },
    {
      name: 'finished-unknown',
      title: 'The result may have gone',
      state: (lang) => ({
        ...underWay(lang),
        name: 'finished',
        outcome: 'ok',
        failure: null,
        delivery: 'unknown',
        confirmableUntil: 0,
      }),
    },
    {
      name: 'finished-lost',
      title: 'The result could not be handed over',
      state: (lang) => ({
        ...underWay(lang),
        name: 'finished',
        outcome: 'ok',
        failure: null,
        delivery: 'lost',
        confirmableUntil: 0,
      }),
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
      state: (lang) => ({ name: 'about', visit: visit(lang), agreements, notice: null }),
    },
  ];
}

/** With the applied brand. */
export const scenes = scenesOf(applied);

/** As much as the login screen can hold: scopes, an optional phone, an optional agreement, a notice. */
export const fullest: Scene = {
  name: 'login-fullest',
  title: 'All at once',
  state: (lang) => partsOf(applied).fullest(lang, askFor(genauthAgreements(lang))),
};

/** What the program shows in this scene. */
export function viewOf(scene: Scene, lang: Lang): View {
  return view(scene.state(lang));
}

/** What the program shows with another brand, scene by scene. */
export function viewsOf(
  brand: Brand,
  lang: Lang,
): readonly { readonly name: string; readonly view: View }[] {
  return scenesOf(brand).map(({ name, state }) => ({ name, view: view(state(lang)) }));
}

/** The failure screen for any code. */
export function failed(code: ShownCode, apiCode?: number): Scene['state'] {
  return partsOf(applied).failed(code, apiCode);
}

/** What the states of the scenes have in common. */
function partsOf(brand: Brand) {
  const agreements: readonly Agreement[] =
    brand.agreements.from === 'brand' ? brand.agreements.items : [];
  const contractName = `《${inLanguage(brand.appName, 'zh-CN')}小程序隐私保护指引》`;

  const visit = (lang: Lang): Visit => ({
    attempt,
    brand: ownBrand(brand),
    lang,
    privacy: { needsAuthorization: true, contractName, refused: false },
    screen: 0,
    inFront: true,
    backAt: 0,
    page: 'loaded',
  });

  const launch = (lang: Lang, phone: PhonePolicy, key: Launch['key']): Launch => {
    const [{ app, connection }] = brand.apps;
    const { userPoolId } = brand.genauth;
    const whose = {
      state: null,
      nonce: null,
      caller: null,
      app,
      connection,
      userPoolId,
    };
    return { contract: 'session', ...whose, scope: 'openid profile phone', phone, key, lang };
  };

  const underWay = (
    lang: Lang,
    phone: PhonePolicy = 'required',
    key: Launch['key'] = null,
  ): { readonly visit: AppVisit } => ({
    visit: {
      ...visit(lang),
      launch: launch(lang, phone, key),
      refusal: null,
      given: { asked: '', caller: null },
      unidentified: null,
      canGoBack: true,
      openedAt: now,
      repeated: null,
    },
  });

  const going = (lang: Lang, outcome: 'ok' | 'error') =>
    ({ ...underWay(lang), outcome, failure: null, result: '{}', validity: null }) as const;

  const asking = (
    change: Partial<Asking>,
    { phone = 'required', agreed = false }: { phone?: PhonePolicy; agreed?: boolean } = {},
  ): Scene['state'] => {
    return (lang) => {
      const unticked: Asking = {
        ...underWay(lang, phone),
        name: 'asking',
        consent: askFor(agreements),
        sheet: null,
        notice: null,
        loginCode: { status: 'ready', code: '', since },
        phonePrompt: null,
        ...change,
      };
      return agreed ? sayYes(unticked, now) : unticked;
    };
  };

  const agreed = (lang: Lang): GivenConsent => {
    const { contractName } = visit(lang).privacy;
    const to = { agreements, privacyContract: contractName, scopes: [] };
    return { agreements, yes: { at: now, to }, chosen: [] };
  };

  const fail = (code: ShownCode, apiCode?: number): Scene['state'] => {
    return (lang) => ({
      ...underWay(lang),
      name: 'failed',
      failure: { code, message: '', ...(apiCode === undefined ? {} : { apiCode, requestId }) },
      at: now,
      consent: agreed(lang),
    });
  };

  /** Of the login screen. */
  const withScope = (scope: string): Scene['state'] => {
    return (lang) => {
      const { visit: asked } = underWay(lang);
      const login = { visit: { ...asked, launch: { ...asked.launch, scope } } };
      return asking(login)(lang);
    };
  };

  /** Of the login screen: as much as it can hold. */
  const fullest = (lang: Lang, consent: Asking['consent']): State => {
    const { visit: asked } = underWay(lang, 'optional');
    const scope = 'openid profile phone email address offline_access';
    return asking({
      visit: { ...asked, launch: { ...asked.launch, scope } },
      consent,
      notice: { code: 'phone_denied', message: '' },
    })(lang);
  };

  return { agreed, agreements, asking, failed: fail, fullest, going, underWay, visit, withScope };
}
