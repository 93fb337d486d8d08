import { parseJson } from '../../../../timeline/secrets';

/**
 * Header and claims of a JWT, unverified: for reading only. Null when it is none (a code, a phone
 * number, a sealed result).
 */
export function decodeToken(
  token: string,
): { readonly header: unknown; readonly claims: unknown } | null {
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  const [header, claims] = parts.slice(0, 2).map(decodePart);
  return typeof header === 'object' && typeof claims === 'object' ? { header, claims } : null;
}

function decodePart(part: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (character) =>
      character.charCodeAt(0),
    );
    return parseJson(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
