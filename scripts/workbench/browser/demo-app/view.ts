import type { Check } from '@mini-login/server';

/**
 * What the demo app shows. Made by `use-log-in.ts` from the app's own login logic
 * (`kits/server`).
 */
export type AppView =
  | { readonly stage: 'signedOut'; readonly refusal: Refusal | null }
  /** WeChat is in front, or the person came back without a result. */
  | { readonly stage: 'waiting' }
  /** The result is here; the app completes and verifies it. */
  | { readonly stage: 'completing' }
  | { readonly stage: 'signedIn'; readonly session: AppSession };

/** Why nobody is signed in: what the app got. */
export interface Refusal {
  /** Of the contract (`phone_denied`) or of the app itself. */
  readonly code: string;
  readonly message: string;
}

export interface AppSession {
  /** The return contract that brought it. */
  readonly contract: string;
  readonly name: string;
  /** Null when the person gave none. */
  readonly phone: string | null;
  /** Empty where GenAuth was asked directly (`codes`, `ticket`). */
  readonly checks: readonly Check[];
  readonly claims: Readonly<Record<string, unknown>>;
}
