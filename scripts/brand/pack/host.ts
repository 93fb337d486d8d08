/**
 * What WeChat and any resolver take as a host. One rule for every field, so that what one field asks
 * for no other refuses. https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
 */

/** Null: right. `host` as it stands in brand.json, in lower case. */
export function hostProblem(host: string): string | null {
  if (host.includes('@')) return 'a user name or a password before the host is not allowed';
  if (/^\[/.test(host) || isNumeric(host.replace(/:\d+$/, '').replace(/\.$/, '')))
    return 'WeChat allows domain names only, no IP addresses, in no way of writing them';
  if (host.includes(':')) return 'the address has to be without port';
  if (/[^\0-\x7f]/.test(host))
    return 'a host is written in ASCII; write an international name as xn--...';
  if (host.endsWith('.')) return 'a host name has no dot at its end';
  if (host.length > 253) return 'a host name has at most 253 characters';
  const labels = host.split('.');
  if (labels.some((label) => label.length > 63))
    return 'a part of a host name has at most 63 characters';
  if (!labels.every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label)))
    return 'a host name in lower case is expected, of letters, digits and "-", e.g. www.example.com';
  if (labels.length < 2 || isLocal(labels.at(-1) ?? ''))
    return 'a host name that the internet knows is expected, e.g. www.example.com';
  // The rest is for the URL standard to say: an xn-- that stands for nothing, say.
  return hostOf(`https://${host}/`) === host ? null : 'no resolver takes this host name';
}

export function originProblem(value: string): string | null {
  if (!value.startsWith('https://')) return originShape;
  const host = value.slice('https://'.length);
  return /[/?#\\\s]/.test(host) ? originShape : hostProblem(host);
}

export function urlProblem(value: string): string | null {
  const [, host] = /^https:\/\/([^/?#]*)/.exec(value) ?? [];
  // What the URL standard repairs silently: spaces at the ends, line breaks, backslashes.
  if (host === undefined || /[\s\\\p{Cc}]/u.test(value) || !URL.canParse(value)) {
    if (host !== undefined && host !== '' && /^[^\s\\]+$/.test(host)) {
      const problem = hostProblem(host.toLowerCase());
      if (problem !== null) return problem;
    }
    return 'an https address is expected; WeChat opens no other';
  }
  return hostProblem(host.toLowerCase());
}

export const originShape =
  'an https origin is expected, without port, path or slash at the end, e.g. https://core.genauth.ai';

/** Reserved for one machine or one network: RFC 6761, RFC 6762, RFC 8375. */
function isLocal(top: string): boolean {
  return ['localhost', 'local', 'internal', 'invalid', 'onion', 'lan'].includes(top);
}

/** The URL standard reads a host whose last part is a number as an IPv4 address. */
function isNumeric(host: string): boolean {
  return /^(?:\d+|0x[0-9a-f]*)$/i.test(host.split('.').at(-1) ?? '');
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
