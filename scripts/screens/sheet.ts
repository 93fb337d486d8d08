import { PNG } from 'pngjs';

/** px around each picture. */
const gap = 12;
const background = 0x8b;

/** Rows of pictures as one picture. */
export function sheetOf(rows: readonly (readonly PNG[])[]): PNG {
  const widths = rows.map((row) => row.reduce((sum, { width }) => sum + width + gap, gap));
  const heights = rows.map((row) => Math.max(...row.map(({ height }) => height)));
  const sheet = new PNG({
    width: Math.max(...widths),
    height: heights.reduce((sum, height) => sum + height + gap, gap),
  });
  sheet.data.fill(background);
  let top = gap;
  for (const [index, row] of rows.entries()) {
    let left = gap;
    for (const picture of row) {
      PNG.bitblt(picture, sheet, 0, 0, picture.width, picture.height, left, top);
      left += picture.width + gap;
    }
    top += (heights[index] ?? 0) + gap;
  }
  return sheet;
}

/** Each pixel the mean of four. */
export function halve({ data, width, height }: PNG): PNG {
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  const stride = width * 4;
  let target = 0;
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const from = 2 * y * stride + 8 * x;
      for (let at = from; at < from + 4; at += 1) {
        const sum =
          (data[at] ?? 0) +
          (data[at + 4] ?? 0) +
          (data[at + stride] ?? 0) +
          (data[at + stride + 4] ?? 0);
        half.data[target] = sum >> 2;
        target += 1;
      }
    }
  }
  return half;
}
