import { asSeen, MARKS } from './text';

/** A text in XPath 1.0, which has no way to escape a quote. */
export function literal(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Whether `value`, an XPath, is or holds the text; white space counts once, case and the marks of
 * line breaks not at all.
 */
export function matchesText(value: string, text: string, exact: boolean): string {
  const wanted = asSeen(text).replace(/\s+/g, ' ').trim();
  const seen = `normalize-space(translate(${value}, '${MARKS}', ''))`;
  if (exact) return `${seen}=${literal(wanted)}`;
  const lower = `translate(${seen}, '${UPPER}', '${UPPER.toLowerCase()}')`;
  // As `translate` does: Latin letters alone.
  const folded = wanted.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return `contains(${lower}, ${literal(folded)})`;
}

/** The tags of WeChat's components that are such without saying so. */
export const TAGS: Readonly<Record<string, readonly string[]>> = {
  button: ['button'],
  textbox: ['input', 'textarea'],
  checkbox: ['checkbox'],
  radio: ['radio'],
  switch: ['switch'],
  slider: ['slider'],
  img: ['image'],
  link: ['navigator'],
  progressbar: ['progress'],
};

export function hasRole(role: string): string {
  const tags = (TAGS[role] ?? []).map((tag) => `self::${tag}`);
  const implicit =
    tags.length === 0 ? '' : ` or (not(@role) and not(@aria-role) and (${tags.join(' or ')}))`;
  return `@role=${literal(role)} or @aria-role=${literal(role)}${implicit}`;
}
