import { words } from './words';

/** A line of the control API's refusal, and the field that it is about. */
const LINE = /^✖ (?<message>.*)(?:\n\s*→ at (?<path>\S+))?/gm;

/** What the control API says of wrong values, by the names and rules of the form. */
export function refusalText(said: string): string {
  const lines = [...said.matchAll(LINE)].map(({ groups }) => {
    const field = groups?.path?.replace(/\[\d+\]/g, '') ?? '';
    return words.rules[field] ?? groups?.message ?? '';
  });
  if (lines.length > 0) return [...new Set(lines)].join('\n');
  const taken = /^the Unique ID (.+) is taken$/.exec(said)?.[1];
  return taken === undefined ? said : words.taken(taken);
}
