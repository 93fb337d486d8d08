import { type Declaration, parse, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { nameOfTag, scanAttributes, splitWxml } from './wxml/wxml-scan';

/**
 * Whether a page has nothing to draw, whatever its script does: its WXML holds no text, no
 * component, and nothing but `<view>` and `<block>` that no rule can give a size or a look, and no
 * rule can give one to the page itself. In doubt it has.
 *
 * @param wxml With what it includes in its place; null: there is none, which is another matter.
 * @param styles Compiled, of the app and the page.
 */
export function hasNothingToDraw(wxml: string | null, styles: readonly string[]): boolean {
  const views = wxml === null ? null : plainViewsOf(wxml);
  return views !== null && styles.every((style) => drawsNone(style, views));
}

/** The classes of each `<view>` that has nothing else; null: there is more than those. */
function plainViewsOf(wxml: string): readonly ReadonlySet<string>[] | null {
  const views: ReadonlySet<string>[] = [];
  for (const { kind, text } of splitWxml(wxml)) {
    const isMore = kind === 'text' ? text.trim() !== '' : kind === 'code' && text.startsWith('{{');
    if (isMore) return null;
    if (kind !== 'tag' || text.startsWith('</') || drawsNever(text)) continue;
    const classes = classesOfPlainView(text);
    if (classes === null) return null;
    views.push(classes);
  }
  return views;
}

/** What an import brings is drawn by a `<template>`, which is more than that. */
function drawsNever(tag: string): boolean {
  const name = nameOfTag(tag);
  return name === 'wxs' || name === 'import' || (name === 'block' && !scanAttributes(tag).length);
}

function classesOfPlainView(tag: string): ReadonlySet<string> | null {
  if (nameOfTag(tag) !== 'view') return null;
  const [first, ...more] = scanAttributes(tag);
  if (!first) return new Set();
  const isWritten = first.name === 'class' && first.value !== null && !first.value.includes('{{');
  return isWritten && more.length === 0 ? new Set(first.value?.split(/\s+/)) : null;
}

function drawsNone(style: string, views: readonly ReadonlySet<string>[]): boolean {
  let isNone = true;
  parse(style).walkRules((rule) => {
    if (isNone && !selectsOnlyOthers(rule, views)) isNone = false;
  });
  return isNone;
}

/** Of a rule that may select one of the views, or the page, whether it leaves them unseen. */
function selectsOnlyOthers(rule: Rule, views: readonly ReadonlySet<string>[]): boolean {
  const declarations = rule.nodes.filter((node): node is Declaration => node.type === 'decl');
  let isUnseen = true;
  selectorParser((selectors) => {
    selectors.each((selector) => {
      const target = lastCompound(selector);
      const isOfViews = views.some((classes) => maySelect(target, 'wx-view', classes));
      if (maySelect(target, 'body', new Set()) && !declarations.every(isOfPlainPage))
        isUnseen = false;
      if (isOfViews && !declarations.every(isOfText)) isUnseen = false;
    });
  }).processSync(rule.selector);
  return isUnseen;
}

function lastCompound(selector: selectorParser.Selector): readonly selectorParser.Node[] {
  const { nodes } = selector;
  return nodes.slice(nodes.findLastIndex(({ type }) => type === 'combinator') + 1);
}

/** What stands in front of the last combinator, and pseudo-classes, are taken to hold. */
function maySelect(
  compound: readonly selectorParser.Node[],
  tag: string,
  classes: ReadonlySet<string>,
): boolean {
  return compound.every((node) => {
    if (node.type === 'class') return classes.has(node.value);
    if (node.type === 'tag') return node.value === tag || node.value === '*';
    return node.type !== 'id';
  });
}

/** What is inherited by a text, which there is none of, and what takes a size away. */
const TEXT = /^(?:color|font(?:-.*)?|line-height|letter-spacing|text-.*|word-.*|white-space)$/;

function isOfText({ prop, value }: Declaration): boolean {
  if (TEXT.test(prop) || prop.startsWith('--') || prop === 'box-sizing') return true;
  return /^(?:margin|padding)/.test(prop) && /^[0\s]+$/.test(value);
}

const LAYOUT =
  /^(?:(?:min-|max-)?(?:width|height)|margin.*|padding.*|display|position|overflow.*|flex.*|align-.*|justify-.*)$/;

/** The page's size shows nothing; a background, a picture or a line may. */
function isOfPlainPage(declaration: Declaration): boolean {
  return LAYOUT.test(declaration.prop) || isOfText(declaration);
}
