import type { EffectiveBrand, GenauthAgreement } from '../brand';
import { own, text } from '../json';
import { readTitle } from './title';

/** Which pages a person can read inside the program. */
type Openable = Pick<EffectiveBrand, 'businessDomains' | 'reader'>;

const maxHtmlLength = 2_000;
/**
 * They name things on the screen: which may hold no space, and not be the screen's own, nor a
 * provider's, whose agreements stand next to these.
 */
const idShape = /^(?!text-|provider-|wechat-privacy$)[\w-]{1,64}$/;

/**
 * An agreement of GenAuth's configuration; null when any of it cannot be read
 * (docs/genauth.md#agreements-are-html-with-an-audience).
 */
export function readAgreement(item: unknown, hosts: Openable): GenauthAgreement | null {
  const html = text(own(item, 'title'), maxHtmlLength);
  const given = own(item, 'id');
  const id = typeof given === 'number' ? String(given) : (text(given) ?? '');
  if (html === undefined || !idShape.test(id)) return null;
  const parts = readTitle(html, (href) => readAddress(href, hosts));
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
 * any other link cannot be read, unless there is a page that shows it. No port, no user, no other
 * spelling of the host.
 */
export function readAddress(href: string, { businessDomains, reader }: Openable): string | null {
  const [, given = '', path = ''] =
    /^https:\/\/([a-z\d.-]+)((?:[/?#][!-~]*)?)$/i.exec(href.trim()) ?? [];
  const host = given.toLowerCase();
  if (host === '' || path.length > 1_024) return null;
  const address = `https://${host}${path}`;
  if (businessDomains.includes(host)) return address;
  return reader === undefined ? null : reader + encodeURIComponent(address);
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
