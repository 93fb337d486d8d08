/** Where a line may end, and where it may not: marks in a text that nobody sees. */
export const MARKS = '\u200B\u2060';

/** A text as it is read. */
export function asSeen(text: string): string {
  return text.replace(/[\u200B\u2060]/g, '');
}
