import type { Agreement, Brand, Words } from '../brand';
import type { HttpRequest } from '../effect';
import type { HttpResponse } from '../event';
import type { Failure } from '../failure';
import { isObject, own, text } from '../json';
import { genauthTag, type Lang, langs } from '../lang';
import { timing } from '../timing';
import { readEnvelope } from './envelope';

/** `GET {console host}/api/v2/applications/:appId/public-config` (docs/genauth.md#the-public-configuration). */
export function publicConfigRequest(appId: string, consoleHost: string, brand: Brand): HttpRequest {
  return {
    method: 'GET',
    url: `${consoleHost}/api/v2/applications/${appId}/public-config`,
    headers: { [brand.genauth.headers.appId]: appId },
    timeoutMs: timing.requestTimeoutMs,
  };
}

/**
 * The agreements of the configuration in the person's language. Fails closed: no configuration, or none that names an agreement,
 * is no log-in; an agreement that cannot be read is not left out.
 */
export function readAgreements(
  response: HttpResponse,
  lang: Lang,
): { readonly agreements: readonly Agreement[] } | { readonly failure: Failure } {
  const answer = readEnvelope(response);
  if ('failure' in answer) return answer;
  const items = own(answer.data, 'agreements');
  if (own(answer.data, 'agreementEnabled') !== true || !Array.isArray(items) || items.length === 0) {
    return missing('has no agreements');
  }
  const read: { readonly order: number; readonly lang: string; readonly agreement: Agreement }[] = [];
  for (const item of items.slice(0, 100)) {
    const agreement = readAgreement(item);
    if (agreement === null) return missing('has an agreement that cannot be read');
    const order = own(item, 'order');
    read.push({ order: typeof order === 'number' ? order : 0, lang: text(own(item, 'lang')) ?? '', agreement });
  }
  const chosen = inLanguage(read, lang);
  return { agreements: [...chosen].sort((a, b) => a.order - b.order).map(({ agreement }) => agreement) };
}

function missing(what: string): { readonly failure: Failure } {
  return { failure: { code: 'agreements_missing', message: `GenAuth's public configuration ${what}` } };
}

/** An agreement of another language is better than none: the person can at least have it read to them. */
function inLanguage<T extends { readonly lang: string }>(items: readonly T[], lang: Lang): readonly T[] {
  const wanted = [lang, genauthTag(lang), 'zh-CN', 'en-US'];
  for (const tag of wanted) {
    const found = items.filter((item) => item.lang === tag);
    if (found.length > 0) return found;
  }
  return items;
}

function readAgreement(item: unknown): Agreement | null {
  const html = text(own(item, 'title'), 10_000);
  const id = own(item, 'id');
  if (!isObject(item) || html === undefined) return null;
  if (typeof id !== 'number' && (typeof id !== 'string' || id === '' || id.length > 64)) return null;
  const title = plainText(html);
  if (title === '') return null;
  const url = /<a\b[^>]*?\bhref\s*=\s*["'](https:\/\/[^"'\s<>]{1,1024})["']/i.exec(html)?.[1];
  return {
    id: String(id),
    version: fingerprint(html),
    title: sameInAll(title),
    content: url === undefined ? { text: sameInAll(title) } : { url: url.replace(/&amp;/g, '&') },
  };
}

function plainText(html: string): string {
  const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

function sameInAll(words: string): Words {
  return Object.fromEntries(langs.map((lang) => [lang, words]));
}

/** The configuration has no version: a fingerprint (FNV-1a) of the text says which one the person agreed to. */
function fingerprint(source: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < source.length; index += 1) {
    hash = Math.imul(hash ^ source.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
