import { join } from 'node:path';
import { Hono } from 'hono';
import type { Env } from '../http';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox console</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/console/style.css">
<script type="module" src="/sandbox/console/main.js"></script>
</head>
<body></body>
</html>
`;

const TYPES: Readonly<Record<string, string>> = {
  'main.js': 'text/javascript',
  'style.css': 'text/css',
};

/**
 * The console: a page over the control API. It is bundled when somebody opens it first; most
 * sandboxes never show it.
 */
export function consolePage(): Hono<Env> {
  const routes = new Hono<Env>();
  let bundle: Promise<ReadonlyMap<string, string>> | undefined;

  routes.use('/console/*', async (c, next) => {
    await next();
    // It can change everything, so no other page may put it into a frame.
    c.header(
      'content-security-policy',
      "default-src 'self'; img-src data:; frame-ancestors 'none'",
    );
  });
  routes.get('/console', (c) => c.redirect('/sandbox/console/'));
  routes.get('/console/', (c) => c.html(PAGE));
  routes.get('/console/:file', async (c) => {
    const file = c.req.param('file');
    bundle ??= buildBundle();
    const text = (await bundle).get(file);
    return text === undefined
      ? c.notFound()
      : c.body(text, 200, { 'content-type': `${TYPES[file]}; charset=utf-8` });
  });

  return routes;
}

async function buildBundle(): Promise<ReadonlyMap<string, string>> {
  const { build } = await import('esbuild');
  const folder = join(import.meta.dirname, '../browser/console');
  const { outputFiles } = await build({
    entryPoints: Object.keys(TYPES).map((name) => join(folder, name.replace('.js', '.tsx'))),
    outdir: folder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(folder.length + 1), text]));
}
