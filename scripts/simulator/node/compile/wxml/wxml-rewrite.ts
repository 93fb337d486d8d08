import { nameOfTag, scanAttributes, splitWxml, type WxmlPiece } from './wxml-scan';

/**
 * The text of an included file, rewritten, on one line; null to leave the inclusion to glass-easel.
 */
export type Include = (source: string) => string | null;

/**
 * Writes WXML as glass-easel's compiler has to read it to mean what WeChat means. No line moves, so
 * that its messages keep their places.
 * - `\n` and `\t` are characters, in texts and in attributes; in an attribute any other after a
 *   backslash is itself.
 * - Of a doubled attribute the last counts, and of a doubled template.
 * - An entity stays as it is written; only `<text decode>` turns it into its character, when it
 *   runs.
 * - `wx-if` is `wx:if`, and `:name` nothing.
 * - An included file is as if it stood there, so that it sees the `item` of a loop around it.
 */
export function rewriteWxml(source: string, include: Include = () => null): string {
  const pieces = splitWxml(source);
  const hidden = hiddenTemplates(pieces);
  let isInlined = false;
  return pieces
    .map((piece) => {
      const { kind, text } = piece;
      if (kind === 'text')
        return text
          .replace(/\r\n/g, '\n')
          .replace(/\\[nrt]|&/g, (found) => ENTITIES[found] ?? found);
      if (kind === 'code') return text;
      if (isInlined && /^<\/include/.test(text)) {
        isInlined = false;
        return '</block>';
      }
      const single = withOddNames(lastOfDoubled(text));
      const tag = readEscapes(hidden.has(piece) ? hideName(single) : single);
      const inlined =
        nameOfTag(text) === 'include' && !text.startsWith('</') ? inline(tag, include) : null;
      isInlined = inlined !== null && !tag.endsWith('/>');
      return inlined ?? tag;
    })
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\\n': '&#10;',
  '\\r': '&#13;',
  '\\t': '&#9;',
  '\\"': '&quot;',
  "\\'": '&#39;',
};

/** Inside `{{ }}` a backslash belongs to a string of the expression. */
function readEscapes(tag: string): string {
  return tag.replace(/\{\{[\s\S]*?\}\}|\\[\s\S]|&/g, (found) => {
    if (found.startsWith('{{')) return found;
    return ENTITIES[found] ?? found.slice(1);
  });
}

function lastOfDoubled(tag: string): string {
  const attributes = scanAttributes(tag);
  const last = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  if (last.size === attributes.length) return tag;
  return attributes
    .filter((attribute) => last.get(attribute.name) !== attribute)
    .reduceRight(
      (text, { start, end }) =>
        text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end),
      tag,
    );
}

/**
 * `wx-if` is `wx:if`, as nothing says and programs have it; `:name`, of other frameworks, means
 * nothing.
 */
function withOddNames(tag: string): string {
  return scanAttributes(tag)
    .filter(({ name }) => name === 'wx-if' || name.startsWith(':'))
    .reduceRight((text, { name, start, end }) => {
      const written = text.slice(start, end);
      return (
        text.slice(0, start) +
        (name === 'wx-if' ? written.replace('-', ':') : blank(written)) +
        text.slice(end)
      );
    }, tag);
}

/** Templates of whose name there is a later one. */
function hiddenTemplates(pieces: readonly WxmlPiece[]): Set<WxmlPiece> {
  const hidden = new Set<WxmlPiece>();
  const last = new Map<string, WxmlPiece>();
  for (const piece of pieces) {
    if (piece.kind !== 'tag' || !/^<template\s/.test(piece.text)) continue;
    const name = scanAttributes(piece.text).find((attribute) => attribute.name === 'name')?.value;
    if (name === undefined || name === null) continue;
    const before = last.get(name);
    if (before) hidden.add(before);
    last.set(name, piece);
  }
  return hidden;
}

function hideName(tag: string): string {
  return tag.replace(/(\sname\s*=\s*["'])/, '$1hidden ');
}

/** `<include src wx:for>` as a block around what it includes. */
function inline(tag: string, include: Include): string | null {
  const source = scanAttributes(tag).find(({ name }) => name === 'src');
  const included = source?.value ? include(source.value) : null;
  if (!source || included === null) return null;
  const block = `<block${tag.slice('<include'.length, source.start)}${tag.slice(source.end)}`;
  return block.endsWith('/>') ? `${block.slice(0, -2)}>${included}</block>` : block + included;
}

/** A rewritten file as it is included: without what is `<wxs>`, and on one line. */
export function onOneLine(source: string): string {
  const pieces = splitWxml(source);
  return pieces
    .map(({ kind, text }, index) => {
      if (kind === 'text') {
        const isBetweenTags =
          text.trim() === '' &&
          pieces[index - 1]?.kind !== 'code' &&
          pieces[index + 1]?.kind !== 'code';
        return isBetweenTags ? blank(text).replace(/\n/g, ' ') : text.replace(/\n/g, '&#10;');
      }
      if (kind === 'code') return text.startsWith('{{') ? text.replace(/\n/g, ' ') : '';
      if (/^<\/?wxs[\s>/]/.test(text)) return '';
      return text.replace(/"[^"]*"|'[^']*'|\n/g, (found) =>
        found === '\n' ? ' ' : withoutBreaks(found),
      );
    })
    .join('');
}

function withoutBreaks(value: string): string {
  return value.replace(/\{\{[\s\S]*?\}\}|\n/g, (found) =>
    found === '\n' ? '&#10;' : found.replace(/\n/g, ' '),
  );
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
