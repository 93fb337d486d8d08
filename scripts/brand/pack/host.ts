import { domainToASCII, domainToUnicode } from 'node:url';
import type { Text } from '../../messages/say';
import { values } from '../../messages/values';

/**
 * What WeChat and any resolver take as a host. One rule for every field, so that what one field asks
 * for no other refuses. https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
 */

/** Null: right. `host` as it stands in brand.json, in lower case. */
export function hostProblem(host: string): Text | null {
  if (host.includes('@')) return values.hostUser();
  if (/^\[/.test(host) || isNumeric(host.replace(/:\d+$/, '').replace(/\.$/, '')))
    return values.hostNumeric();
  if (host.includes(':')) return values.hostPort();
  if (/[^\0-\x7f]/.test(host)) return values.hostAscii();
  if (host.endsWith('.')) return values.hostDot();
  if (host.length > 253) return values.hostLong();
  const labels = host.split('.');
  if (labels.some((label) => label.length > 63)) return values.hostLabel();
  if (!labels.every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label)))
    return values.hostLetters();
  if (labels.length < 2 || notPublic.includes(labels.at(-1) ?? '')) return values.hostPublic();
  if (!labels.every(standsForLetters)) return values.hostUnknown();
  // The rest is for the URL standard to say.
  return hostOf(`https://${host}/`) === host ? null : values.hostUnknown();
}

export function originProblem(value: string): Text | null {
  if (!value.startsWith('https://')) return values.origin();
  const host = value.slice('https://'.length);
  return /[/?#\\\s]/.test(host) ? values.origin() : hostProblem(host);
}

export function urlProblem(value: string): Text | null {
  const [, host] = /^https:\/\/([^/?#]*)/.exec(value) ?? [];
  // What the URL standard repairs silently: spaces at the ends, line breaks, backslashes.
  if (host === undefined || /[\s\\\p{Cc}]/u.test(value) || !URL.canParse(value)) {
    if (host !== undefined && host !== '' && /^[^\s\\]+$/.test(host)) {
      const problem = hostProblem(host.toLowerCase());
      if (problem !== null) return problem;
    }
    return values.url();
  }
  return hostProblem(host.toLowerCase());
}

/**
 * Reserved for one machine or one network, RFC 6761, RFC 6762 with its appendix G; `arpa` is for
 * what runs the internet, and for homes: RFC 3172, RFC 8375.
 */
const notPublic: readonly string[] = [
  ...['localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home'],
  ...['lan', 'invalid', 'test', 'onion', 'arpa'],
];

/** An `xn--` is other letters in ASCII. The URL standard's newer form takes one that is none. */
function standsForLetters(label: string): boolean {
  if (!label.startsWith('xn--')) return true;
  const letters = domainToUnicode(label);
  return /[^\0-\x7f]/.test(letters) && domainToASCII(letters) === label;
}

/** The URL standard reads a host whose last part is a number as an IPv4 address. */
function isNumeric(host: string): boolean {
  return /^(?:\d+|0x[0-9a-f]*)$/i.test(host.split('.').at(-1) ?? '');
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
