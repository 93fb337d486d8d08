import decodeQr from 'qr/decode.js';

const SCALE = 4;
const WHITE_ON_BLACK = '\u001b[97;40m';
const RESET = '\u001b[0m';

/**
 * What a phone reads off a terminal that shows this: each character is two pixels, one above the
 * other, in the colours that are set.
 */
export function readTerminalQr(shown: string): string {
  const rows = shown.split('\n').flatMap((line) => {
    if (!line.startsWith(WHITE_ON_BLACK) || !line.endsWith(RESET)) return [];
    const halves = [...line.slice(WHITE_ON_BLACK.length, -RESET.length)];
    return [halves.map((half) => '█▀'.includes(half)), halves.map((half) => '█▄'.includes(half))];
  });
  const width = (rows[0]?.length ?? 0) * SCALE;
  const height = rows.length * SCALE;
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isLight = rows[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ?? false;
      data.fill(isLight ? 255 : 0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return decodeQr({ data, width, height });
}
