import { normalize } from '../script/module-registry';

export interface PageUrl {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** `from` is the path that relative urls start at. */
export function parsePageUrl(url: string, from: string): PageUrl {
  const [path = '', ...rest] = url.split('?');
  const absolute = path.startsWith('/') ? path : `${from}/../${path}`;
  return { path: normalize(absolute), query: parseQuery(rest.join('?')) };
}

/** The same url for whoever starts elsewhere. */
export function absoluteUrl(url: string, from: string): string {
  const [path = '', ...rest] = url.split('?');
  return [`/${parsePageUrl(path, from).path}`, ...rest].join('?');
}

/**
 * As WeChat reads it: a value ends at its first `=`, and nothing is decoded; the page does that
 * itself.
 */
function parseQuery(text: string): Readonly<Record<string, string>> {
  const parts = text.split('&').map((part) => part.split('='));
  return Object.fromEntries(
    parts.flatMap(([name = '', value = '']) => (name === '' ? [] : [[name, value]])),
  );
}
