import type { Contract, PhonePolicy } from './contract';
import type { Lang, LangWords } from './lang';
import type { BarColours } from './screen';
import type { WordKey } from './words/index';

export type { LangWords } from './lang';

/**
 * What a brand decides about logging in. Data only; `brand/` holds the applied one, tests make
 * their own. No step and no screen reads it: what holds for a launch is its `EffectiveBrand`.
 */
export interface Brand extends Look {
  /** The app that asks, e.g. "Harbor". */
  readonly appName: LangWords;
  /** The company on whose behalf, as registered with WeChat. */
  readonly operator: LangWords;
  /** Who runs the program, where that is another. */
  readonly provider?: LangWords;
  /** Where a person gets help; null hides it. */
  readonly contact: LangWords | null;
  /** The apps that may open the program. Nothing but a refusal reaches another one. */
  readonly apps: readonly [AppEntry, ...AppEntry[]];
  /**
   * A caller whose AppID WeChat doesn't tell: refused, or taken for the app with this
   * `mobileAppId`.
   */
  readonly unknownCaller: 'refuse' | (string & {});
  /** The OIDC scopes that a launch may ask for; `openid` is among them. */
  readonly scopes: readonly string[];
  /** Whether a launch has to ask for an encrypted result. */
  readonly sealed: 'optional' | 'required';
  /**
   * Whether details for support may be copied; false: `wx.setClipboardData` is never called and
   * needs no declaration.
   */
  readonly clipboard: boolean;
  readonly genauth: {
    /** Origin, `https://core.genauth.ai`. Never from the launch. */
    readonly host: string;
    readonly userPoolId: string | null;
    readonly headers: {
      readonly appId: string;
      readonly requestFrom: string;
      readonly sdkVersion: string;
      readonly lang: string;
    };
    readonly phonePayload: 'auto' | 'code' | 'encrypted';
    /**
     * Mints a ticket for the `ticket` contract; not public, so the brand names it. Null: the answer
     * is `code=501`.
     */
    readonly ticketEndpoint: string | null;
  };
  /** The least the brand asks; a launch can only be stricter. */
  readonly phone: PhonePolicy;
  /** From the pack, or read from GenAuth's public configuration (fails closed). */
  readonly agreements:
    | { readonly from: 'brand'; readonly items: readonly Agreement[] }
    | { readonly from: 'genauth'; readonly consoleHost: string };
  /** The hosts that an agreement's page may be on, as declared with WeChat (business domains). */
  readonly businessDomains: readonly string[];
  /** A page of the provider's that shows pages of other hosts; their address comes at its end. */
  readonly reader?: string;
  /** `navigateBackApplication` takes a string, or the object form for apps that need it. */
  readonly extraData: 'string' | 'object';
  /**
   * The languages that the program speaks; the first one where WeChat's is not among them and none
   * is nearer.
   */
  readonly languages: readonly [Lang, ...Lang[]];
  /**
   * What the program says in each of them, with the tenant's own words in place. `{app}` and
   * `{operator}` are put in later.
   */
  readonly texts: Readonly<Partial<Record<Lang, Readonly<Record<WordKey, string>>>>>;
}

/** An app that may open the program, and what it gets. */
export interface AppEntry {
  /** Its AppID at WeChat's open platform, as `referrerInfo.appId` gives it. */
  readonly mobileAppId: string;
  /** The application at GenAuth. */
  readonly app: string;
  /** The identity source's Unique ID at GenAuth. */
  readonly connection: string;
  readonly returns: readonly Contract[];
  /**
   * False: its logins never create an account, as the identity source is in GenAuth's Login Only
   * Mode. Else what GenAuth has people agree to when they register is shown.
   */
  readonly createsAccounts?: boolean;
  /** What people call it; null: as the brand's `appName`. */
  readonly name: LangWords | null;
  /** What else is this app's own. */
  readonly own?: Partial<Look & Pick<Brand, 'contact' | 'agreements'>> & OwnWords;
}

interface Look {
  /** Path inside the package. */
  readonly logo: string;
  /** Where it is not that of the style sheet. */
  readonly colours?: Colours;
}

/** Colours of one app, for a program whose style sheet has those of another. */
export interface Colours {
  /** CSS variables of both themes; the brand's style sheet takes those of the phone's. */
  readonly style: string;
  readonly bar: BarColours;
}

interface OwnWords {
  /** In place of the brand's `texts`. */
  readonly words?: Readonly<Partial<Record<Lang, Readonly<Partial<Record<WordKey, string>>>>>>;
}

/** What holds for one launch: the brand as it is for the app that asks. Every `visit` has one. */
export type EffectiveBrand = Omit<Brand, 'apps' | 'unknownCaller'> &
  Pick<AppEntry, 'app' | 'connection' | 'returns' | 'createsAccounts'> &
  OwnWords;

export type Agreement = PackAgreement | GenauthAgreement;

/** Of the brand pack: its title is a link. */
export interface PackAgreement {
  readonly id: string;
  readonly version: string;
  readonly title: LangWords;
  /**
   * A page of the tenant's domain, a text, or the name of a text that comes with the reader's page.
   */
  readonly content:
    | { readonly url: string }
    | { readonly text: LangWords }
    | { readonly packaged: string };
}

/** Of GenAuth's public configuration: a sentence of the tenant's, in one language. */
export interface GenauthAgreement {
  readonly id: string;
  /** Covers all of the title. */
  readonly version: string;
  /** Has a box of its own, which the login does not need. */
  readonly optional: boolean;
  /** Each link has an id of its own; the first has the agreement's. */
  readonly parts: readonly (TitlePart & { readonly id: string })[];
}

export interface TitlePart {
  readonly text: string;
  /** Null: these are words, and no link. */
  readonly url: string | null;
}

/**
 * What a person of this language reads: every language that a brand lacks has one that stands in
 * before it comes to this.
 */
export function inLanguage(words: LangWords, lang: Lang): string {
  return words[lang] ?? Object.values(words)[0] ?? '';
}
