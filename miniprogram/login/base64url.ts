export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes of an unpadded base64url text; null when it is none. WeChat has no `atob`. */
export function decodeBase64url(source: string): readonly number[] | null {
  if (source.length % 4 === 1) return null;
  const bytes: number[] = [];
  let bits = 0;
  let buffer = 0;
  for (const character of source) {
    const value = alphabet.indexOf(character);
    if (value < 0) return null;
    buffer = (buffer << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(buffer >> bits);
      buffer &= (1 << bits) - 1;
    }
  }
  // A text whose last bits are not zero was cut or tampered with: every key has one spelling only.
  return buffer === 0 ? bytes : null;
}

/** The same, for bytes that are ASCII text; null when they are not. */
export function decodeAscii(source: string): string | null {
  const bytes = decodeBase64url(source);
  if (bytes === null || bytes.some((byte) => byte > 0x7e)) return null;
  return String.fromCharCode(...bytes);
}
