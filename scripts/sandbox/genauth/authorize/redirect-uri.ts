/** A browser would run or open these itself. */
const NO_REDIRECT = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:']);

/** What may be registered: absolute, without a fragment. RFC 6749, section 3.1.2. */
export function isRedirectUri(uri: string): boolean {
  // What a parser would normalise away can't be compared as text; the rest would split a header.
  if (!/^[\x21-\x7e]+$/.test(uri) || uri.includes('#') || !URL.canParse(uri)) return false;
  return !NO_REDIRECT.has(new URL(uri).protocol);
}

/**
 * Compares as text, nothing is normalised. One exception: an app on a desktop registers
 * `http://127.0.0.1/callback` without a port, and takes a free one each time.
 * https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  if (!isRedirectUri(uri)) return false;
  const portless = uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\])):[1-9]\d{0,4}(?=[/?]|$)/, '$1');
  return registered.some((each) => each === uri || each === portless);
}
