import type { CompileError } from '../../../contract/program';
import { positionAt } from '../json';
import { scanWxml, splitWxml } from './wxml-scan';

/**
 * WeChat has two frameworks: exparser for WebView pages, glass-easel where a program asks for it.
 * The simulator runs the second, which takes more: what stands here means something in one of them
 * only, and breaks or is ignored in the other.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/glass-easel/migration.html
 */
export function checkSubset(source: string, file: string): CompileError[] {
  const warn = (line: number, what: string): CompileError => ({
    level: 'warning',
    kind: 'wxml',
    file,
    line,
    message: `${what} is understood by one of WeChat's two frameworks only`,
  });
  const tags = scanWxml(source);
  const attributes = tags.flatMap((tag) =>
    tag.attributes.map((attribute) => ({ ...attribute, tag: tag.name })),
  );
  const texts = splitWxml(source)
    .filter(({ kind, text }) => kind === 'code' && text.startsWith('{{'))
    .map(({ text, start }) => ({
      value: text,
      line: positionAt(source, start).line,
      isData: false,
    }));
  const values = attributes.map(({ tag, name, value, line }) => ({
    value: value ?? '',
    line,
    isData: tag === 'template' && name === 'data',
  }));
  return [
    ...attributes
      .filter(({ name }) => OWN_PREFIX.test(name))
      .map(({ name, line }) => warn(line, `The attribute "${name}"`)),
    ...[...texts, ...values].flatMap(({ value, line, isData }) =>
      expressionsIn(value).flatMap((expression) =>
        unshared(expression, isData).map((what) => warn(line, `${what} in {{ }}`)),
      ),
    ),
  ];
}

/** glass-easel's own. */
const OWN_PREFIX = /^(?:let|class|style|slot|worklet|data):/;

/** By what they look like, with strings taken out. */
const OPERATORS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['"??"', /\?\?/],
  ['"typeof"', /\btypeof\b/],
  ['"void"', /\bvoid\b/],
  ['"instanceof"', /\binstanceof\b/],
];

function expressionsIn(value: string): string[] {
  return [...value.matchAll(/\{\{([\s\S]*?)\}\}/g)].map(([, expression = '']) =>
    expression.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "''"),
  );
}

/** `data` of a <template> is an object without its braces, so commas and spread belong there. */
function unshared(expression: string, isData: boolean): string[] {
  const found = OPERATORS.filter(([, pattern]) => pattern.test(expression)).map(([name]) => name);
  if (isData) return found;
  return [
    ...found,
    ...(expression.includes('...') ? ['spread'] : []),
    ...(hasCommaOutside(expression) ? ['a comma between expressions'] : []),
  ];
}

/** Outside of brackets of any kind. `name: value, ...` is an object. */
function hasCommaOutside(expression: string): boolean {
  if (/^\s*[\w$]+\s*:/.test(expression)) return false;
  let depth = 0;
  for (const char of expression) {
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (char === ',' && depth === 0) return true;
  }
  return false;
}
