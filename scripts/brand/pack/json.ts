import { type Node, type ParseError, type ParseErrorCode, parseTree } from 'jsonc-parser';
import { json } from '../../messages/files';
import { say, type Text } from '../../messages/say';
import { brokenCharacter, conflictIn } from './characters';

/**
 * brand.json as a value. A file that `JSON.parse` takes may still be wrong: of two keys of one name
 * it silently keeps the last.
 */

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly string[] };

export function readJson(text: string): ReadJson {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  // What follows the first mistake is often its consequence.
  const [first] = errors;
  if (first !== undefined) return fail([syntaxProblem(text, first)]);
  if (tree === undefined) return fail([say(json.notJson(say(json.empty())))]);
  const problems = problemsUnder(text, tree, []);
  if (problems.length > 0) return fail(problems);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    // The parser above takes a few things that JSON does not have.
    return fail([say(json.notJson(error instanceof Error ? error.message : String(error)))]);
  }
}

/** `line 3, column 7`, then the line itself with a mark under the place. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  const line = (text.split('\n')[before.length - 1] ?? '').replace(/\r$/, '');
  // Of a long line the part around the place.
  const from = Math.max(0, column - 60);
  const shown = line.slice(from, from + 100).replaceAll('\t', ' ');
  return `${say(json.at(before.length, column))}\n    ${shown}\n    ${' '.repeat(column - 1 - from)}^`;
}

const reasons: Readonly<Partial<Record<ParseErrorCode, () => Text>>> = {
  1: json.quotes,
  2: json.number,
  3: json.key,
  4: json.value,
  5: json.colon,
  6: json.comma,
  7: json.brace,
  8: json.bracket,
  9: json.afterEnd,
  10: json.comment,
  11: json.openComment,
  12: json.openText,
  13: json.openNumber,
  14: json.unicode,
  15: json.escape,
  16: json.character,
};

function syntaxProblem(text: string, { error, offset }: ParseError): string {
  const conflict = conflictIn(text);
  if (conflict !== null)
    return say(json.here(say(json.notJson(say(json.conflict()))), placeIn(text, conflict)));
  const comma = trailingComma(text, offset);
  if (comma !== null)
    return say(json.here(say(json.notJson(say(json.trailingComma()))), placeIn(text, comma)));
  const reason = fullWidth(text, offset) ?? (reasons[error] ?? json.unexpected)();
  return say(json.here(say(json.notJson(say(reason))), placeIn(text, offset)));
}

/** As a Chinese keyboard types them: JSON takes their ASCII forms alone. */
const fullWidthSigns: Readonly<Record<string, string>> = {
  ...{ '“': '"', '”': '"', '＂': '"', '‘': '"', '’': '"' },
  ...{
    '：': ':',
    '，': ',',
    '、': ',',
    '｛': '{',
    '｝': '}',
    '［': '[',
    '］': ']',
    '【': '[',
    '】': ']',
  },
};

function fullWidth(text: string, offset: number): Text | null {
  const sign = text[offset] ?? '';
  const right = fullWidthSigns[sign];
  if (/[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/.test(sign))
    return json.blank(`U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  return right === undefined ? null : json.fullWidth(sign, right);
}

/** Where the comma before this closing bracket is; null: there is none. */
function trailingComma(text: string, offset: number): number | null {
  const before = text.slice(0, offset).trimEnd();
  const here = text.slice(offset).trimStart();
  return before.endsWith(',') && /^[}\]]/.test(here) ? before.length - 1 : null;
}

function problemsUnder(text: string, node: Node, path: readonly string[]): string[] {
  if (node.type === 'string') return characterProblems(text, node, path, String(node.value));
  if (node.type === 'array')
    return (node.children ?? []).flatMap((item, index) =>
      problemsUnder(text, item, [...path, String(index)]),
    );
  if (node.type !== 'object') return [];
  const seen = new Map<string, Node>();
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) return [];
    const name = String(key.value);
    const here = [...path, name];
    const first = seen.get(name);
    seen.set(name, key);
    return [
      ...(first === undefined ? [] : [duplicateProblem(text, here, first, key)]),
      ...keyProblems(text, key, here),
      ...problemsUnder(text, value, here),
    ];
  });
}

function duplicateProblem(text: string, path: readonly string[], first: Node, again: Node): string {
  const line = say(json.line(text.slice(0, first.offset).split('\n').length));
  return `${path.join('.')}: ${say(json.here(say(json.twice(line)), placeIn(text, again.offset)))}`;
}

/** Keys that mean something to JavaScript's objects are no names of anything here. */
function keyProblems(text: string, key: Node, path: readonly string[]): string[] {
  const name = String(key.value);
  if (name === '__proto__' || name === 'constructor' || name === 'prototype')
    return [`${name}: ${say(json.here(say(json.forbiddenKey()), placeIn(text, key.offset)))}`];
  return characterProblems(text, key, path, name);
}

function characterProblems(
  text: string,
  node: Node,
  path: readonly string[],
  value: string,
): string[] {
  const broken = brokenCharacter(value);
  if (broken === null) return [];
  return [
    `${path.map(shown).join('.') || say(json.wholeFile())}: ${say(json.here(say(broken), placeIn(text, node.offset)))}`,
  ];
}

function shown(part: string): string {
  return part.replace(/\p{Cs}/gu, '\ufffd');
}

function fail(problems: readonly string[]): ReadJson {
  return { ok: false, problems };
}
