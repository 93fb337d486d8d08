import { encodeQR } from './qr';

/** Characters in one code: large enough for few codes, small enough for any camera. */
const perCode = 1_000;

/** The report in pieces that find together again: `P<number>/<of>:<text>`. */
export function pieces(text: string): readonly string[] {
  const count = Math.max(1, Math.ceil(text.length / perCode));
  return Array.from({ length: count }, (_, index) => {
    return `P${index + 1}/${count}:${text.slice(index * perCode, (index + 1) * perCode)}`;
  });
}

/** A picture for <image>. `text` is ASCII. */
export function qrPicture(text: string): string {
  const gif = encodeQR(text, 'gif', { ...qrOptions, scale: 3 });
  return `data:image/gif;base64,${wx.arrayBufferToBase64(gif.buffer)}`;
}

/** There is no TextEncoder: docs/wechat.md#what-javascript-lacks-here */
export const qrOptions = {
  ecc: 'low',
  textEncoder: (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0)),
} as const;
