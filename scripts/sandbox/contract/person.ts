export interface PhoneNumber {
  /** Without plus: `86`. */
  readonly countryCode: string;
  readonly number: string;
}

/** Somebody who holds the phone: what WeChat knows about them, and how GenAuth stands to them. */
export interface Person {
  readonly id: string;
  /** The WeChat nickname. */
  readonly name: string;
  /** Who this is, in a line, for a list to choose from. */
  readonly note: string;
  /** The number bound to the WeChat account; null when there is none. */
  readonly phone: PhoneNumber | null;
  readonly standing: Standing;
  /** GenAuth turns them away with this documented apiCode, whatever their standing. */
  readonly apiCode?: number | undefined;
  /** WeChat refuses to sign this account in (40226). */
  readonly highRisk?: boolean | undefined;
}

/** What GenAuth knows of a person before they sign in. */
export const STANDINGS = [
  /** GenAuth does not know them. */
  'unknown',
  /** Has an account with their phone number. */
  'known',
  /** Has an account without a phone number. */
  'known-without-phone',
  /** Has an account without a phone number, and theirs is bound to another account. */
  'phone-bound-elsewhere',
] as const;

export type Standing = (typeof STANDINGS)[number];
