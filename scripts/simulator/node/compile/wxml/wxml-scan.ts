import { positionAt } from '../json';

export interface ScannedTag {
  readonly name: string;
  readonly line: number;
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string | null;
    readonly line: number;
  }[];
}

/** `code`: a comment, a `{{ }}` or what stands inside `<wxs>`. All pieces joined are the source. */
export interface WxmlPiece {
  readonly kind: 'tag' | 'text' | 'code';
  readonly text: string;
  readonly start: number;
}

/** An attribute inside the text of its tag. */
export interface ScannedAttribute {
  readonly name: string;
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
}

/**
 * Opening tags with their lines, for the checks that glass-easel's compiler does not make. It reads
 * well-formed WXML; what is not well-formed, that compiler reports.
 */
export function scanWxml(source: string): ScannedTag[] {
  return splitWxml(source)
    .filter(({ kind, text }) => kind === 'tag' && !text.startsWith('</'))
    .map(({ text, start }) => ({
      name: nameOfTag(text),
      line: positionAt(source, start).line,
      attributes: scanAttributes(text).map(({ name, value, start: offset }) => ({
        name,
        value,
        line: positionAt(source, start + offset).line,
      })),
    }));
}

export function splitWxml(source: string): WxmlPiece[] {
  const pieces: WxmlPiece[] = [];
  let at = 0;
  const take = (kind: WxmlPiece['kind'], end: number) => {
    if (end > at) pieces.push({ kind, text: source.slice(at, end), start: at });
    at = end;
  };
  while (at < source.length) {
    if (source.startsWith('<!--', at)) take('code', after(source, '-->', at));
    else if (source.startsWith('{{', at)) take('code', after(source, '}}', at));
    else if (/^<\/?[A-Za-z]/.test(source.slice(at, at + 3))) {
      take('tag', endOfTag(source, at));
      const tag = pieces.at(-1)?.text ?? '';
      if (/^<wxs[\s>]/.test(tag) && !tag.endsWith('/>')) take('code', before(source, '</wxs', at));
    } else take('text', startOfNext(source, at + 1));
  }
  return pieces;
}

/**
 * An attribute's name, then its value in quotes (which may hold `{{ ">" }}`, and `\\"`), or
 * without.
 */
const ATTRIBUTE =
  /\s*(?:([^\s=>/"']+)(?:\s*=\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s>"']+)))?|(\/?>)|(.))/gsy;
const NAME = /<\/?([^\s/>]+)/y;

export function scanAttributes(tag: string): ScannedAttribute[] {
  const attributes: ScannedAttribute[] = [];
  for (const match of matchesFrom(tag, nameOfTag(tag).length + 1)) {
    if (match[5] !== undefined) break;
    if (match[1] === undefined) continue;
    attributes.push({
      name: match[1],
      value: match[2] ?? match[3] ?? match[4] ?? null,
      start: match.index + match[0].length - match[0].trimStart().length,
      end: match.index + match[0].length,
    });
  }
  return attributes;
}

function endOfTag(source: string, start: number): number {
  for (const match of matchesFrom(source, start + nameOfTag(source, start).length + 1)) {
    if (match[5] !== undefined) return match.index + match[0].length;
  }
  return source.length;
}

function* matchesFrom(source: string, start: number): Generator<RegExpExecArray> {
  const pattern = new RegExp(ATTRIBUTE);
  pattern.lastIndex = start;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) yield match;
}

export function nameOfTag(source: string, start = 0): string {
  const pattern = new RegExp(NAME);
  pattern.lastIndex = start;
  return pattern.exec(source)?.[1] ?? '';
}

function startOfNext(source: string, from: number): number {
  const next = /<|\{\{/g;
  next.lastIndex = from;
  return next.exec(source)?.index ?? source.length;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function before(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found;
}
