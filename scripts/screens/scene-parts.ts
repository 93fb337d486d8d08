import { type Agreement, type Brand, inLanguage } from '../../miniprogram/login/brand';
import { askFor, type GivenConsent } from '../../miniprogram/login/consent';
import type { PhonePolicy } from '../../miniprogram/login/contract';
import type { ShownCode } from '../../miniprogram/login/failure';
import type { Lang } from '../../miniprogram/login/lang';
import { ownBrand } from '../../miniprogram/login/launch/effective';
import type { Launch } from '../../miniprogram/login/launch/launch';
import type { Asking, DeliveryState, ManualReturn, State } from '../../miniprogram/login/state';
import { sayYes } from '../../miniprogram/login/terms';
import type { AppVisit, Visit } from '../../miniprogram/login/visit';

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
export const since = now;
const attempt = 1;
const requestId = '7f9c2ba4-e88f-4f0e-8d0c-5d1c1f4a9b11';

/** What the states of the scenes have in common. */
export function partsOf(brand: Brand) {
  const agreements: readonly Agreement[] =
    brand.agreements.from === 'brand' ? brand.agreements.items : [];
  const contractName = `《${inLanguage(brand.appName, 'zh-CN')}小程序隐私保护指引》`;

  const visit = (lang: Lang): Visit => ({
    attempt,
    brand: ownBrand(brand),
    lang,
    privacy: { needsAuthorization: true, contractName, refused: false },
    screen: 0,
    asks: 0,
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

  /** Something is read before the login screen is there. */
  const reading = (name: 'identifying' | 'preparing'): Scene['state'] => {
    return (lang) => ({
      ...underWay(lang),
      name,
      since,
      loginCode: { status: 'fetching', since },
    });
  };

  const returning = (outcome: 'ok' | 'error'): Scene['state'] => {
    return (lang) => ({
      ...going(lang, outcome),
      name: 'returning',
      since,
      hidden: 'no',
      accepted: true,
    });
  };

  /** The button that switches to the app. */
  const manualReturn = (change: Partial<ManualReturn>): Scene['state'] => {
    return (lang) => ({
      ...going(lang, 'ok'),
      name: 'manualReturn',
      call: null,
      tap: null,
      failedOnce: false,
      mayHaveGone: false,
      ...change,
    });
  };

  const finished = (delivery: DeliveryState, outcome: 'ok' | 'error' = 'ok'): Scene['state'] => {
    return (lang) => ({
      ...underWay(lang),
      name: 'finished',
      outcome,
      failure: null,
      delivery,
      confirmableUntil: 0,
    });
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

  return {
    ...{ agreed, agreements, asking, failed: fail, finished, fullest, manualReturn, reading },
    ...{ returning, underWay, visit, withScope },
  };
}
