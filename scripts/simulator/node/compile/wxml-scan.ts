import { positionAt } from './json';

export interface ScannedTag {
  readonly name: string;
  readonly line: number;
  readonly attributes: readonly { readonly name: string; readonly value: string | null; readonly line: number }[];
}

/**
 * Opening tags with their lines, for the checks that glass-easel's compiler does not make. It reads well-formed WXML; what is
 * not well-formed, that compiler reports.
 */
export function scanWxml(source: string): ScannedTag[] {
  const tags: ScannedTag[] = [];
  let at = 0;
  while (at < source.length) {
    if (source.startsWith('<!--', at)) at = after(source, '-->', at);
    else if (source.startsWith('{{', at)) at = after(source, '}}', at);
    else if (source[at] === '<' && /[A-Za-z]/.test(source[at + 1] ?? '')) {
      const { tag, end } = scanTag(source, at);
      tags.push(tag);
      at = tag.name === 'wxs' && source[end - 2] !== '/' ? after(source, '</wxs>', end) : end;
    } else at += 1;
  }
  return tags;
}

/** An attribute's name, then its value in quotes (which may hold `{{ ">" }}`), or without. */
const ATTRIBUTE = /\s*(?:([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|(\/?>)|(.))/gsy;

function scanTag(source: string, start: number): { tag: ScannedTag; end: number } {
  const name = /[^\s/>]+/y;
  name.lastIndex = start + 1;
  const tagName = name.exec(source)?.[0] ?? '';
  const attributes: { name: string; value: string | null; line: number }[] = [];
  const pattern = new RegExp(ATTRIBUTE);
  pattern.lastIndex = name.lastIndex;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (match[5] !== undefined) break;
    if (match[1] === undefined) continue;
    const offset = match.index + match[0].length - match[0].trimStart().length;
    attributes.push({
      name: match[1],
      value: match[2] ?? match[3] ?? match[4] ?? null,
      line: positionAt(source, offset).line,
    });
  }
  const end = pattern.lastIndex === 0 ? source.length : pattern.lastIndex;
  return { tag: { name: tagName, line: positionAt(source, start).line, attributes }, end };
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}
