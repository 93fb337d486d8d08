import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePages, type PageFiles } from '@mini-login/local-server/bundle-pages';

/** Its script and style, by `recorder.js` and `recorder.css`. */
export async function recorderFiles(): Promise<PageFiles> {
  const browser = join(import.meta.dirname, '../../browser');
  const built = join(browser, 'built');
  // In the published package, which has no sources.
  if (existsSync(built))
    return new Map(
      [
        { name: 'recorder.js', type: 'text/javascript' },
        { name: 'recorder.css', type: 'text/css' },
      ].map(({ name, type }) => [name, { type, text: readFileSync(join(built, name), 'utf8') }]),
    );
  const files = await bundlePages({
    name: 'recorder',
    at: '/recorder',
    entryPoints: { recorder: join(browser, 'recorder/main.tsx') },
    format: 'iife',
  });
  return new Map([...files].map(([path, file]) => [path.slice('/recorder/'.length), file]));
}

/** @param settings What `browser/recorder/settings.ts` reads. */
export function recorderPage(settings: unknown, base: string): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Recorder</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/recorder.css">
</head>
<body>
<div id="recorder"></div>
<script type="application/json" id="settings">${json}</script>
<script src="${base}/recorder.js"></script>
</body>
</html>
`;
}
