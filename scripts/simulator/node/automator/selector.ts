import type { ElementHandle } from '../../contract/process';
import type { Call } from './method';

/**
 * What is in no selector of WeChat's own tools, and why.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html
 * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.select.html
 */
const REFUSED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\[/, 'selects by an attribute, which neither WXSS nor the tools promise'],
  [/:/, 'has a pseudo-class, which WXSS takes in a style sheet and the tools do not'],
  [/[+~]/, 'has a combinator that WXSS takes in a style sheet and the tools do not'],
];

interface Query {
  readonly pageId: number;
  readonly selector: string;
  readonly within?: string;
}

/**
 * The elements that a selector finds, in document order. Of a list, the parts that WeChat's tools
 * take; `--lenient` takes all of CSS.
 *
 * @throws For a part that they don't take, when no other part finds anything: such a suite would
 *   find nothing on DevTools.
 */
export async function select(
  { phone, server }: Call,
  { pageId, selector, within }: Query,
): Promise<readonly ElementHandle[]> {
  const more = within === undefined ? ([] as const) : ([within] as const);
  if (server.lenient) return await phone.byId.elementsByCss(pageId, selector, ...more);
  const parts = partsOf(selector);
  const taken = parts.filter((part) => refusalOf(part) === null);
  const found =
    taken.length === 0 ? [] : await phone.byId.elements(pageId, taken.join(','), ...more);
  const [refused] = parts.flatMap((part) => refusalOf(part) ?? []);
  if (found.length === 0 && refused !== undefined) throw new Error(refused);
  return found;
}

function refusalOf(part: string): string | null {
  const [, why] = REFUSED.find(([pattern]) => pattern.test(part)) ?? [];
  if (why === undefined) return null;
  return (
    `"${part}" ${why}. Selectors know classes, ids and tags, ">", ">>>" and lists of these. ` +
    `Give the element a class or an id, use XPath (page.xpath('//button[@data-name="go"][2]')), ` +
    'or ask the simulator for --lenient, which takes all of CSS.'
  );
}

/** A list's parts; a comma inside brackets or quotes is none of its own. */
function partsOf(selector: string): readonly string[] {
  const parts = selector.match(/(?:[^,[("']|\[[^\]]*\]|\([^)]*\)|"[^"]*"|'[^']*')+/g);
  return (parts ?? [selector]).map((part) => part.trim()).filter((part) => part !== '');
}
