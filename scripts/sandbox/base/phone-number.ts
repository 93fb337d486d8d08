import type { PhoneNumber } from '../contract/person';

export function e164({ countryCode, number }: PhoneNumber): string {
  return `+${countryCode}${number}`;
}

/** WeChat writes `phoneNumber` with the country code only for numbers from abroad. */
export function international({ countryCode, number }: PhoneNumber): string {
  return countryCode === '86' ? number : `+${countryCode}${number}`;
}
