import type { AtRule, Declaration, Root } from 'postcss';
import type { Layout } from './layout';
import type { Sources } from './source-cache';

/**
 * Vant's icon font lies on a server of its makers; the simulator opens no connections but the
 * sandbox's. The package `@vant/icons` carries the same font in its sources, so the url is
 * exchanged where that package is installed.
 */
export function embedIconFont(root: Root, layout: Layout, sources: Sources): void {
  root.walkAtRules('font-face', (rule) => {
    const source = sourceOf(rule);
    if (!source?.value.includes('//at.alicdn.com/') || !/vant-icon/.test(rule.toString())) return;
    const text = sources.read(layout.packageFile('@vant/icons', 'src/encode-woff2.less') ?? '');
    const font = text === null ? undefined : /url\('(data:font\/woff2[^']+)'\)/.exec(text)?.[1];
    if (font !== undefined) source.value = `url("${font}") format("woff2")`;
  });
}

function sourceOf(rule: AtRule): Declaration | undefined {
  let found: Declaration | undefined;
  rule.walkDecls('src', (declaration) => {
    found = declaration;
  });
  return found;
}
