/** A hook of Node's module loader: https://nodejs.org/api/module.html#customization-hooks */
let from = '';
let to = '';

/** @param {{ from: string, to: string }} data URLs of folders. */
export function initialize(data) {
  from = `${data.from}/`;
  to = `${data.to}/`;
}

/**
 * @param {string} specifier
 * @param {import('node:module').ResolveHookContext} context
 * @param {(specifier: string, context: import('node:module').ResolveHookContext) =>
 *   Promise<import('node:module').ResolveFnOutput>} nextResolve
 */
export async function resolve(specifier, context, nextResolve) {
  const resolved = await nextResolve(specifier, context);
  return resolved.url.startsWith(from)
    ? { ...resolved, url: to + resolved.url.slice(from.length) }
    : resolved;
}
