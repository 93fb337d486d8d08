/**
 * `pages/a/a?x=1` as WeChat reads it: no decoding, a value ends at the next `=`, what stands behind
 * a second `?` is lost, the last of two equal names wins
 * (docs/wechat.md#query-values-arrive-still-encoded).
 */
export function readPath(
  given: string,
  home: string,
): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = given.split('?');
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    // Not an assignment: a query may well name __proto__.
    if (name)
      Object.defineProperty(query, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return { path: path.replace(/^\//, '') || home, query };
}
