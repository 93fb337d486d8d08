import { scanAttributes, splitWxml } from './wxml-scan';

/**
 * Writes WXML as glass-easel's compiler has to read it to mean what WeChat means. No line moves, so that its messages keep their
 * places.
 * - `\n` is a new line, in texts and in attributes.
 * - Of a doubled attribute the last counts.
 * - An entity stays as it is written; only `<text decode>` turns it into its character, when it runs.
 */
export function rewriteWxml(source: string): string {
  return splitWxml(source)
    .map(({ kind, text }) => {
      if (kind === 'tag') return newLines(lastOfDoubled(text));
      return kind === 'text' ? newLines(text.replace(/&/g, '&amp;')) : text;
    })
    .join('');
}

function lastOfDoubled(tag: string): string {
  const attributes = scanAttributes(tag);
  const last = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  if (last.size === attributes.length) return tag;
  return attributes
    .filter((attribute) => last.get(attribute.name) !== attribute)
    .reduceRight((text, { start, end }) => text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end), tag);
}

/** Inside `{{ }}` it belongs to a string of the expression. */
function newLines(text: string): string {
  return text.replace(/\{\{[\s\S]*?\}\}|\\n/g, (found) => (found === '\\n' ? '&#10;' : found));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
