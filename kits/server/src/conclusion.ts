import { type Json, text } from './json';
import type { Check, Conclusion, SignedIn, Tokens } from './types';

export function signedIn(
  claims: Json,
  tokens: Tokens | null,
  checks: readonly Check[] = [],
): Conclusion {
  return { ok: true, who: whoIs(claims), claims, checks, tokens, error: null };
}

/** OIDC's claim names, or those of a GenAuth user. */
function whoIs(claims: Json): SignedIn {
  const national = text(claims.phone) && `${text(claims.phoneCountryCode) ?? ''}${claims.phone}`;
  return {
    id: text(claims.sub) ?? text(claims.id) ?? '',
    name: text(claims.nickname) ?? text(claims.name),
    phone: text(claims.phone_number) ?? national,
  };
}
