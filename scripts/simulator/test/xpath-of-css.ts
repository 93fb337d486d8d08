import { Final } from './final';
import { literal } from './xpath';

/** What follows the last match of a compound: `.a`, `#b`, `[c="d"]`, `:first-child`. */
const PART =
  /#([\w-]+)|\.([\w-]+)|\[\s*([\w:-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\]|:([\w-]+)(?:\(([^()]*)\))?|(\*|[\w-]+)/y;

/**
 * A CSS selector as XPath, relative to `from` (`''`: the page). Components are entered as Playwright
 * enters shadow trees; `>>>` may say it too.
 *
 * @throws When it has a part that is not in the table of docs/qa.md.
 */
export function xpathOfCss(selector: string, from: string): string {
  const all = splitList(selector).map((each) => from + pathOf(each, selector));
  return all.length === 1 ? (all[0] ?? '') : `(${all.join(' | ')})`;
}

function pathOf(selector: string, whole: string): string {
  let path = '';
  let axis = '//';
  for (const token of tokens(selector)) {
    if (token === '>') axis = '/';
    else if (token === '+') axis = '/following-sibling::*[1]/self::';
    else if (token === '~') axis = '/following-sibling::';
    else if (token === '>>>') axis = '//';
    else {
      path += axis + compound(token, whole);
      axis = '//';
    }
  }
  if (path === '') throw new Final(`"${whole}" is no selector`);
  return path;
}

function tokens(selector: string): readonly string[] {
  const found = selector.match(/>>>|[>+~]|(?:[^\s>+~[("']|\[[^\]]*\]|\([^)]*\))+/g);
  return found ?? [];
}

/** A list's parts; a comma inside brackets or quotes is none of its own. */
function splitList(selector: string): readonly string[] {
  const parts = selector.match(/(?:[^,[("']|\[[^\]]*\]|\([^)]*\)|"[^"]*"|'[^']*')+/g);
  return (parts ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

function compound(text: string, whole: string): string {
  let tag = '*';
  const conditions: string[] = [];
  // Of its own: a part may hold a compound.
  const next = new RegExp(PART);
  while (next.lastIndex < text.length) {
    const match = next.exec(text);
    if (!match) throw new Final(`"${whole}" is no selector: "${text}"`);
    const [, id, className, name, operator, double, single, bare, pseudo, argument, type] = match;
    if (type !== undefined) tag = type;
    if (id !== undefined) conditions.push(`@id=${literal(id)}`);
    if (className !== undefined) conditions.push(hasWord('class', className));
    if (name !== undefined)
      conditions.push(attribute(name, operator, double ?? single ?? bare ?? ''));
    if (pseudo !== undefined) conditions.push(pseudoClass(pseudo, argument, whole));
  }
  return tag + conditions.map((condition) => `[${condition}]`).join('');
}

function attribute(name: string, operator: string | undefined, value: string): string {
  switch (operator) {
    case undefined:
      return `@${name}`;
    case '=':
      return `@${name}=${literal(value)}`;
    case '^=':
      return `starts-with(@${name}, ${literal(value)})`;
    case '*=':
      return `contains(@${name}, ${literal(value)})`;
    case '~=':
      return hasWord(name, value);
    case '$=':
      return `substring(@${name}, string-length(@${name}) - ${value.length - 1})=${literal(value)}`;
    default:
      return `@${name}=${literal(value)} or starts-with(@${name}, ${literal(`${value}-`)})`;
  }
}

function hasWord(name: string, word: string): string {
  return `contains(concat(' ', normalize-space(@${name}), ' '), ${literal(` ${word} `)})`;
}

function pseudoClass(name: string, argument: string | undefined, whole: string): string {
  if (name === 'first-child') return 'not(preceding-sibling::*)';
  if (name === 'last-child') return 'not(following-sibling::*)';
  if (name === 'nth-child' && /^\s*\d+\s*$/.test(argument ?? ''))
    return `count(preceding-sibling::*)=${Number(argument) - 1}`;
  if (name === 'not' && argument !== undefined)
    return `not(self::${compound(argument.trim(), whole)})`;
  throw new Final(
    `"${whole}": :${name} is not taken here; there are :first-child, :last-child, :nth-child(2), :not(.a)`,
  );
}
