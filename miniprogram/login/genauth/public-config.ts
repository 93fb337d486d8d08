import type { Agreement, Brand, Words } from '../brand';
import type { HttpRequest } from '../effect';
import type { HttpResponse } from '../event';
import type { Failure } from '../failure';
import { isObject, own, text } from '../json';
import { genauthTag, type Lang, langs } from '../lang';
import { timing } from '../timing';
import { readEnvelope } from './envelope';

/**
 * `GET {console host}/api/v2/applications/:appId/public-config`
 * (docs/genauth.md#the-public-configuration).
 */
export function publicConfigRequest(appId: string, consoleHost: string, brand: Brand): HttpRequest {
  return {
    method: 'GET',
    url: `${consoleHost}/api/v2/applications/${appId}/public-config`,
    headers: { [brand.genauth.headers.appId]: appId },
    timeoutMs: timing.requestTimeoutMs,
  };
}

/** More of anything is no configuration that a person could read. */
const maxAgreements = 20;
const maxTitleLength = 2_000;
/** The sentence on the screen has parts of its own by these ids. */
const reservedIds = /^(?:before|after|wechat-privacy)/;

interface Read {
  readonly order: number;
  readonly lang: string;
  readonly agreement: Agreement;
}

/**
 * The agreements of the configuration in the person's language. Fails closed: no configuration, or
 * none that names an agreement, is no login; an agreement that cannot be read is not left out.
 */
export function readAgreements(
  response: HttpResponse,
  lang: Lang,
  { businessDomains }: Pick<Brand, 'businessDomains'>,
): { readonly agreements: readonly Agreement[] } | { readonly failure: Failure } {
  const answer = readEnvelope(response);
  if ('failure' in answer) return answer;
  const items = own(answer.data, 'agreements');
  if (
    own(answer.data, 'agreementEnabled') !== true ||
    !Array.isArray(items) ||
    items.length === 0
  ) {
    return missing('has no agreements');
  }
  if (items.length > maxAgreements) return missing(`has more than ${maxAgreements} agreements`);
  const read: Read[] = [];
  for (const item of items) {
    const agreement = readAgreement(item, businessDomains);
    if (agreement === null) return missing('has an agreement that cannot be read');
    const order = own(item, 'order');
    read.push({
      order: typeof order === 'number' ? order : 0,
      lang: text(own(item, 'lang')) ?? '',
      agreement,
    });
  }
  const chosen = inLanguage(read, lang);
  if (new Set(chosen.map(({ agreement }) => agreement.id)).size < chosen.length)
    return missing('has an id twice');
  return {
    agreements: [...chosen].sort((a, b) => a.order - b.order).map(({ agreement }) => agreement),
  };
}

function missing(what: string): { readonly failure: Failure } {
  return {
    failure: { code: 'agreements_missing', message: `GenAuth's public configuration ${what}` },
  };
}

/**
 * As many as in the fullest language, so that nobody agrees to less; among those, the person's own.
 * An agreement of another language is better than none: the person can at least have it read to
 * them.
 */
function inLanguage(items: readonly Read[], lang: Lang): readonly Read[] {
  const tags = [
    ...new Set([lang, genauthTag(lang), 'zh-CN', 'en-US', ...items.map((item) => item.lang)]),
  ];
  const groups = tags.map((tag) => items.filter((item) => item.lang === tag));
  const most = Math.max(...groups.map(({ length }) => length));
  return groups.find(({ length }) => length === most) ?? items;
}

function readAgreement(item: unknown, businessDomains: readonly string[]): Agreement | null {
  const html = text(own(item, 'title'), maxTitleLength);
  const id = own(item, 'id');
  if (!isObject(item) || html === undefined) return null;
  if (
    typeof id !== 'number' &&
    (typeof id !== 'string' || id === '' || id.length > 64 || reservedIds.test(id))
  )
    return null;
  // Split once, so that a title of nothing but brackets takes no longer than any other.
  const [before = '', ...tags] = html.split('<');
  const title = plainText(before + tags.map((tag) => tag.slice(tag.indexOf('>') + 1)).join(''));
  if (title === '') return null;
  const link = tags.find((tag) => /^a\s/i.test(tag));
  const content = link === undefined ? { text: sameInAll(title) } : readLink(link, businessDomains);
  return (
    content && { id: String(id), version: fingerprint(html), title: sameInAll(title), content }
  );
}

/**
 * WeChat opens pages of declared hosts only (docs/wechat.md#web-view-opens-business-domains-only):
 * any other link cannot be read.
 */
function readLink(
  tag: string,
  businessDomains: readonly string[],
): { readonly url: string } | null {
  const url =
    /\bhref\s*=\s*["']([^"'\s<>]{1,1024})["']/i.exec(tag)?.[1]?.replace(/&amp;/g, '&') ?? '';
  const host = /^https:\/\/([^/?#@\\]+)(?:[/?#]|$)/.exec(url)?.[1];
  return host !== undefined && businessDomains.includes(host.toLowerCase()) ? { url } : null;
}

function plainText(withoutTags: string): string {
  const entities: Readonly<Record<string, string>> = {
    nbsp: ' ',
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    amp: '&',
  };
  return withoutTags
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

function sameInAll(words: string): Words {
  return Object.fromEntries(langs.map((lang) => [lang, words]));
}

/**
 * The configuration has no version: a fingerprint (FNV-1a) of the text says which one the person
 * agreed to.
 */
function fingerprint(source: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < source.length; index += 1) {
    hash = Math.imul(hash ^ source.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
