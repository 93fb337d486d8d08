import postcss, { AtRule, type Container, type Document, Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import valueParser from 'postcss-value-parser';
import type { Screen } from './wechat-compilers';

/**
 * One declaration with all that decides where it holds: `@media (...) | .a > wx-view | width: 5px`.
 */
export type CssLine = string;

/** A sheet as what it means: the same lines in the same order are the same look. */
export function linesOf(css: string): CssLine[] {
  const lines: CssLine[] = [];
  postcss.parse(css).walkDecls((declaration) => {
    const { parent } = declaration;
    const around = parent === undefined ? [] : chainOf(parent);
    lines.push(
      [
        ...around,
        `${declaration.prop}: ${value(declaration.value)}${declaration.important ? ' !important' : ''}`,
      ].join(' | '),
    );
  });
  return lines;
}

/**
 * How the simulator writes what WeChat writes otherwise, undone; each is a choice that its own
 * tests hold.
 */
export function asWeChatWrites(css: string, screen: Screen): string {
  const root = postcss.parse(pixels(css, screen));
  root.walkRules((rule) => {
    // A page's nodes stand in a `wx-page` of the body, because the pages of the stack share one
    // document.
    rule.selector = rule.selector.replaceAll('body > wx-page > ', 'body > ');
  });
  return root.toString().replace(/var\(--safe-area-inset-/g, 'env(safe-area-inset-');
}

const LENGTH =
  /max\(var\(--least-rpx, 1px\), round\(down, ([\d.]+)vw \+ \.0001px, 1px\)\)|round\(down, (-[\d.]+)vw \+ \.0001px, 1px\)/g;

/** What a browser makes of the lengths: `round(down, ...)` is towards minus infinity. */
export function pixels(css: string, { width, isIPhone }: Screen): string {
  return css.replace(LENGTH, (_, above: string | undefined, below: string | undefined) => {
    const px = Math.floor((Number(above ?? below) * width) / 100 + 0.0001);
    return `${above === undefined ? px : Math.max(px, isIPhone ? 0.5 : 1)}px`;
  });
}

/** The outermost comes first; queries that hold together are one, in one order. */
function chainOf(node: Container | Document, queries: readonly string[] = []): string[] {
  if (node.type === 'root' || node.type === 'document') {
    return queries.length === 0 ? [] : [`@media ${[...queries].sort().join(' and ')}`];
  }
  if (node instanceof AtRule && node.name === 'media') {
    return node.parent ? chainOf(node.parent, [...queries, ...queriesOf(node.params)]) : [];
  }
  const own =
    node instanceof Rule
      ? selector(node.selector)
      : node instanceof AtRule
        ? `@${node.name} ${node.params}`.trim()
        : '';
  return [...(node.parent ? chainOf(node.parent, queries) : []), own];
}

/** A phone is a screen. */
function queriesOf(params: string): string[] {
  const text = params.replace(/\s+/g, ' ').replace(/\s*([:,()])\s*/g, '$1');
  return text.split(/ ?\band ?/).filter((query) => query !== 'screen');
}

function selector(text: string): string {
  return selectorParser().processSync(text, { lossless: false });
}

function value(text: string): string {
  const parsed = valueParser(text);
  parsed.walk((node) => {
    if (node.type === 'div' || node.type === 'function')
      Object.assign(node, { before: '', after: '' });
    if (node.type === 'space') node.value = ' ';
  });
  parsed.nodes = parsed.nodes.filter(({ type }) => type !== 'comment');
  return parsed.toString().trim();
}
