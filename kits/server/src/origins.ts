import type { AppPlatform } from './types.ts';

/**
 * A `fetch` for which some origins are elsewhere: `{'https://core.genauth.ai':
 * 'http://127.0.0.1:4100'}`. An origin that is not in the map fails as an unknown host does: the
 * demo must not reach the real network.
 */
export function mapOrigins(
  origins: Readonly<Record<string, string>>,
  fetch: AppPlatform['fetch'],
): AppPlatform['fetch'] {
  return (url, init) => {
    const { origin, pathname, search } = new URL(url);
    const target = origins[origin];
    if (target === undefined)
      return Promise.reject(new TypeError(`${origin} is not in the map of origins`));
    return fetch(`${target}${pathname}${search}`, init);
  };
}
