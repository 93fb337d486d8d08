/** Where a line may end, and where it may not: marks in a text that nobody sees. */
export const MARKS = '\u200B\u2060';

/** A text as it is read. */
export function asSeen(text: string): string {
  return text.replace(/[\u200B\u2060]/g, '');
}

/** As JavaScript writes it; what nobody sees is written by its number. */
export function quoteText(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  const unseen = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
  return `'${inside.replace(unseen, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;
}
