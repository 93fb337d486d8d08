import type { GenauthAgreement } from '../brand';
import { own, text } from '../json';
import { readTitle } from './title';

const maxHtmlLength = 2_000;
/** They name things on the screen: which may hold no space, and not be the screen's own. */
const idShape = /^(?!text-|wechat-privacy$)[\w-]{1,64}$/;

/**
 * An agreement of GenAuth's configuration; null when any of it cannot be read
 * (docs/genauth.md#agreements-are-html-with-an-audience).
 */
export function readAgreement(
  item: unknown,
  businessDomains: readonly string[],
): GenauthAgreement | null {
  const html = text(own(item, 'title'), maxHtmlLength);
  const given = own(item, 'id');
  const id = typeof given === 'number' ? String(given) : (text(given) ?? '');
  if (html === undefined || !idShape.test(id)) return null;
  const parts = readTitle(html, (href) => readAddress(href, businessDomains));
  if (parts === null) return null;
  let links = 0;
  return {
    id,
    version: fingerprint(html),
    optional: own(item, 'required') === false,
    parts: parts.map((part) => {
      if (part.url !== null) links += 1;
      return { ...part, id: links > 1 ? `${id}-${links}` : id };
    }),
  };
}

/**
 * WeChat opens pages of declared hosts only (docs/wechat.md#web-view-opens-business-domains-only):
 * any other link cannot be read. No port, no user, no other spelling of the host.
 */
function readAddress(href: string, businessDomains: readonly string[]): string | null {
  const [, given = '', path = ''] =
    /^https:\/\/([a-z\d.-]+)((?:[/?#][!-~]*)?)$/i.exec(href.trim()) ?? [];
  const host = given.toLowerCase();
  return path.length <= 1_024 && businessDomains.includes(host) ? `https://${host}${path}` : null;
}

/**
 * The configuration has no version: a fingerprint (FNV-1a) of all that the title is made of says
 * which one the person agreed to.
 */
function fingerprint(source: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < source.length; index += 1) {
    hash = Math.imul(hash ^ source.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
