import { readFileSync } from 'node:fs';
import { decode as decodeJpeg } from 'jpeg-js';
import encodeQr from 'qr';
import decodeQr from 'qr/decode.js';

/** What stands in the QR code of a picture file, as WeChat sends it (JPEG). Null: no code can be read in it. */
export function readQr(file: string): string | null {
  try {
    const { data, width, height } = decodeJpeg(readFileSync(file), { useTArray: true });
    return decodeQr({ data, width, height });
  } catch {
    return null;
  }
}

/** For a terminal, dark on light as phones want it. */
export function drawQr(text: string): string {
  // The quiet zone of the standard: phones look for it.
  return encodeQr(text, 'term', { border: 4 });
}
