import { type Json, text } from './json.ts';
import type { Check, Conclusion, SignedIn, Tokens } from './types.ts';

export function signedIn(
  claims: Json,
  tokens: Tokens | null,
  checks: readonly Check[] = [],
): Conclusion {
  return { ok: true, who: whoIs(claims), claims, checks, tokens, error: null };
}

/** OIDC's claim names, or those of a GenAuth user. */
function whoIs(claims: Json): SignedIn {
  const phone = text(claims.phone);
  // Some users' numbers come with their country code already.
  const country = phone?.startsWith('+') ? '' : (text(claims.phoneCountryCode) ?? '');
  const national = phone && `${country}${phone}`;
  return {
    id: text(claims.sub) ?? text(claims.id) ?? text(claims._id) ?? '',
    name: text(claims.nickname) ?? text(claims.name),
    phone: text(claims.phone_number) ?? national,
  };
}
