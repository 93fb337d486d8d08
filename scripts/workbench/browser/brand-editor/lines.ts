/** CSS px: the narrowest phone's screen without its margins, and the size of most texts. */
const width = 320 - 2 * 24;
const font = '15px -apple-system, "PingFang SC", "Noto Sans SC", sans-serif';

let pen: CanvasRenderingContext2D | null | undefined;

/** About how many lines a text takes on the narrowest phone at the usual text size. */
export function linesOf(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen == null || text === '') return 0;
  pen.font = font;
  return Math.ceil(pen.measureText(text).width / width);
}
