import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePages, type PageFiles } from '@mini-login/local-server/bundle-pages';

/** A page's script and style, by `<name>.js` and `<name>.css`: `browser/<name>/main.tsx`. */
export async function pageFiles(name: string): Promise<PageFiles> {
  const browser = join(import.meta.dirname, '../../browser');
  const built = join(browser, 'built');
  // In the published package, which has no sources.
  if (existsSync(built))
    return new Map(
      [
        { file: `${name}.js`, type: 'text/javascript' },
        { file: `${name}.css`, type: 'text/css' },
      ].map(({ file, type }) => [file, { type, text: readFileSync(join(built, file), 'utf8') }]),
    );
  const at = `/${name}`;
  const files = await bundlePages({
    name,
    at,
    entryPoints: { [name]: join(browser, name, 'main.tsx') },
    format: 'iife',
  });
  return new Map([...files].map(([path, file]) => [path.slice(at.length + 1), file]));
}

export interface PageText {
  /** Of the page's files, too. */
  readonly name: string;
  readonly title: string;
  /** What its script reads from `#settings`. */
  readonly settings: unknown;
  /** Where its files are. */
  readonly base: string;
}

export function pageText({ name, title, settings, base }: PageText): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/${name}.css">
</head>
<body>
<div id="${name}"></div>
<script type="application/json" id="settings">${json}</script>
<script src="${base}/${name}.js"></script>
</body>
</html>
`;
}
