import { type Node, type ParseError, type ParseErrorCode, parseTree } from 'jsonc-parser';
import { brokenCharacter } from './characters';

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
  if (tree === undefined) return fail(['is not JSON: the file is empty']);
  const problems = problemsUnder(text, tree, []);
  if (problems.length > 0) return fail(problems);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    // The parser above takes a few things that JSON does not have.
    return fail([`is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
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
  return `line ${before.length}, column ${column}:\n    ${shown}\n    ${' '.repeat(column - 1 - from)}^`;
}

const said: Readonly<Partial<Record<ParseErrorCode, string>>> = {
  1: 'this is not allowed here; keys and texts stand between "double quotes"',
  2: 'this is no number',
  3: 'a key between "double quotes" is expected here',
  4: 'a value is expected here',
  5: 'a colon is expected here',
  6: 'a comma is missing before this',
  7: 'a } is missing',
  8: 'a ] is missing',
  9: 'nothing may stand after the end',
  10: 'JSON has no comments; remove this one',
  11: 'a comment that does not end; JSON has no comments',
  12: 'the text does not end: a " is missing',
  13: 'the number does not end',
  14: '\\u with four hexadecimal digits is expected',
  15: 'there is no such \\ escape in JSON',
  16: 'there is a character here that JSON does not allow',
};

function syntaxProblem(text: string, { error, offset }: ParseError): string {
  const comma = trailingComma(text, offset);
  if (comma !== null)
    return `is not JSON: a comma after the last entry; remove it, ${placeIn(text, comma)}`;
  return `is not JSON: ${said[error] ?? 'this is not expected here'}, ${placeIn(text, offset)}`;
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
  const [line] = placeIn(text, first.offset).split(',');
  return `${path.join('.')}: stands twice, first in ${line}; remove one of them, ${placeIn(text, again.offset)}`;
}

/** Keys that mean something to JavaScript's objects are no names of anything here. */
function keyProblems(text: string, key: Node, path: readonly string[]): string[] {
  const name = String(key.value);
  if (name === '__proto__' || name === 'constructor' || name === 'prototype')
    return [`${name}: is no field; remove it, ${placeIn(text, key.offset)}`];
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
    `${path.map(shown).join('.') || '(whole file)'}: ${broken}, ${placeIn(text, node.offset)}`,
  ];
}

function shown(part: string): string {
  return part.replace(/\p{Cs}/gu, '\ufffd');
}

function fail(problems: readonly string[]): ReadJson {
  return { ok: false, problems };
}
