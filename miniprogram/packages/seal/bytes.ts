import { alphabet } from '../../login/base64url';

/** WeChat has no TextEncoder, no atob and no btoa (docs/wechat.md#what-javascript-lacks-here). */

export function concat(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** UTF-8. A surrogate without its other half becomes U+FFFD, as in every encoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x80) bytes.push(scalar);
    else if (scalar < 0x800) bytes.push(0xc0 | (scalar >> 6), continuation(scalar));
    else if (scalar < 0x10000)
      bytes.push(0xe0 | (scalar >> 12), continuation(scalar >> 6), continuation(scalar));
    else
      bytes.push(
        0xf0 | (scalar >> 18),
        continuation(scalar >> 12),
        continuation(scalar >> 6),
        continuation(scalar),
      );
  }
  return Uint8Array.from(bytes);
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(index, index + 3);
    const group = (a << 16) | (b << 8) | c;
    const digits = [group >> 18, (group >> 12) & 63, (group >> 6) & 63, group & 63].map((digit) =>
      alphabet.charAt(digit),
    );
    text += digits.slice(0, Math.min(3, bytes.length - index) + 1).join('');
  }
  return text;
}
