import { readFileSync } from 'node:fs';
import { decode as decodeJpeg } from 'jpeg-js';
import encodeQr from 'qr';
import decodeQr from 'qr/decode.js';

/**
 * What stands in the QR code of a picture file, as WeChat sends it (JPEG). Null: no code can be
 * read in it.
 */
export function readQr(file: string): string | null {
  try {
    const { data, width, height } = decodeJpeg(readFileSync(file), { useTArray: true });
    return decodeQr({ data, width, height });
  } catch {
    return null;
  }
}

/** Bright white on black, whatever the terminal's own colours are: a phone wants dark on light. */
const COLOURS = '\u001b[97;40m';
const RESET = '\u001b[0m';

/**
 * For a terminal: a character is two modules, one above the other, so that a preview's code fits
 * into 80 columns.
 */
export function drawQr(text: string): string {
  // The quiet zone of the standard: phones look for it.
  const modules = encodeQr(text, 'raw', { border: 4 });
  const halves = (upper: boolean, lower: boolean) =>
    upper ? (lower ? ' ' : '▄') : lower ? '▀' : '█';
  const lines = modules.flatMap((upper, row) => {
    if (row % 2 === 1) return [];
    const lower = modules[row + 1];
    return [upper.map((isDark, column) => halves(isDark, lower?.[column] ?? false)).join('')];
  });
  return lines.map((line) => `${COLOURS}${line}${RESET}\n`).join('');
}
