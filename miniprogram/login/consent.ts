import type { Agreement } from './brand';

/** All that stands on the login screen for the one box: a yes to it is a yes to these words. */
export interface Terms {
  readonly agreements: readonly Agreement[];
  /** WeChat's own contract, by the name that WeChat gives it; empty: there is none. */
  readonly privacyContract: string;
  /** What the app asks for beyond the usual. */
  readonly scopes: readonly string[];
}

export interface Yes {
  /** The last tick, also of an optional agreement's; ms since 1970. */
  readonly at: number;
  /** What stood on the screen at the tap, but for what WeChat has refused since. */
  readonly to: Terms;
}

/** What the person is asked to agree to, and what they have answered. */
export interface Consent {
  readonly agreements: readonly Agreement[];
  /** Null: the box is not ticked. */
  readonly yes: Yes | null;
  /** Ids of optional agreements whose own boxes are ticked. */
  readonly chosen: readonly string[];
}

export interface GivenConsent extends Consent {
  readonly yes: Yes;
}

/** Nothing is ticked before the person has done it. */
export function askFor(agreements: readonly Agreement[]): Consent {
  return { agreements, yes: null, chosen: [] };
}

/** Has a box of its own, and the login goes on without its tick. */
export function isOptional(agreement: Agreement): boolean {
  return 'optional' in agreement && agreement.optional;
}
