import type { Lang } from './view';

/** A text in the four languages. */
export type Words = Readonly<Record<Lang, string>>;

/** What a brand decides about logging in. Data only; `brand/` holds the applied one, tests make their own. */
export interface Brand {
  /** The app that asks, e.g. "Harbor". */
  readonly appName: Words;
  /** The company on whose behalf, as registered with WeChat. */
  readonly operator: Words;
  /** Path inside the package. */
  readonly logo: string;
  /** Where a person gets help; null hides it. */
  readonly contact: Words | null;
  readonly genauth: {
    /** Origin, `https://core.genauth.ai`. Never from the launch. */
    readonly host: string;
    /** Default application and connection, and whether a launch may name another. */
    readonly app: { readonly id: string; readonly locked: boolean };
    readonly connection: { readonly identifier: string; readonly locked: boolean };
    readonly userPoolId: string | null;
    readonly headers: {
      readonly appId: string;
      readonly requestFrom: string;
      readonly sdkVersion: string;
      readonly lang: string;
    };
    readonly phonePayload: 'auto' | 'code' | 'encrypted';
    /** Mints a ticket for the `ticket` contract; not public, so the brand names it. Null: the answer is `code=501`. */
    readonly ticketEndpoint: string | null;
  };
  readonly allowedReturns: readonly ('session' | 'codes' | 'ticket')[];
  /** The least the brand asks; a launch can only be stricter. */
  readonly phone: 'required' | 'optional' | 'none';
  /** From the pack, or read from GenAuth's public configuration (fails closed). */
  readonly agreements:
    | { readonly from: 'brand'; readonly items: readonly Agreement[] }
    | { readonly from: 'genauth'; readonly consoleHost: string };
  /** `navigateBackApplication` takes a string, or the object form for apps that need it. */
  readonly extraData: 'string' | 'object';
  /** The tenant's own words in place of ours, by language and key of `words/`. */
  readonly words?: Readonly<Partial<Record<Lang, Readonly<Record<string, string>>>>>;
}

export interface Agreement {
  readonly id: string;
  readonly version: string;
  readonly title: Words;
  /** A page of the tenant's domain, a text, or the name of a text that comes with the reader's page. */
  readonly content: { readonly url: string } | { readonly text: Words } | { readonly packaged: string };
}
