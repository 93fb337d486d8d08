import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Where WeChat looks for packages, from the program's root. */
export const NPM = 'miniprogram_npm/';

/**
 * Packages that have, next to the CommonJS modules which WeChat packs, the same as ES modules: of
 * these, what nobody uses stays out.
 */
const esModules: Readonly<Record<string, string>> = { '@vant/weapp': 'dist' };

/**
 * Where a component of a package lies in node_modules; of other packages nothing does, and they
 * ship as WeChat packs them.
 */
export function packageSource(path: string): string {
  const [name, folder] =
    Object.entries(esModules).find(([name]) => path.startsWith(`${name}/`)) ?? [];
  return name === undefined ? path : `${name}/${folder}${path.slice(name.length)}`;
}

/** Constants that ask WeChat while the module loads. */
const ASKED_AT_ONCE = /^(export const \w+ = )(.*\bgetSystemInfoSync\(\).*);$/gm;

/**
 * Vant asks for the whole system information before the first paint, for two constants (`isPC`,
 * `isWxWork`) that its overlay does not need. Here they count as free of side effects, so that they
 * go where nobody uses them.
 */
export const askNothingAtOnce: Plugin = {
  name: 'ask-nothing-at-once',
  setup(build) {
    build.onLoad({ filter: /@vant[\\/]weapp[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        ASKED_AT_ONCE,
        '$1/* @__PURE__ */ (() => $2)();',
      ),
      loader: 'js',
    }));
  },
};
