import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePages, type PageFiles } from '@mini-login/local-server/bundle-pages';
import { Hono } from 'hono';
import type { Env } from '../base/http';

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

const PATH = '/sandbox/console';

/**
 * The console: a page over the control API. It is bundled when somebody opens it first; most
 * sandboxes never show it.
 */
export function consolePage(): Hono<Env> {
  const routes = new Hono<Env>();
  let bundle: Promise<PageFiles> | undefined;

  routes.use('/console/*', async (c, next) => {
    await next();
    // It can change everything, so no other page may put it into a frame.
    c.header(
      'content-security-policy',
      "default-src 'self'; img-src data:; frame-ancestors 'none'",
    );
  });
  routes.get('/console', (c) => c.redirect(`${PATH}/`));
  routes.get('/console/', (c) => c.html(PAGE));
  routes.get('/console/:file', async (c) => {
    bundle ??= buildBundle();
    const file = (await bundle).get(`${PATH}/${c.req.param('file')}`);
    return file === undefined
      ? c.notFound()
      : c.body(file.text, 200, { 'content-type': `${file.type}; charset=utf-8` });
  });

  return routes;
}

async function buildBundle(): Promise<PageFiles> {
  const built = readBuilt(join(import.meta.dirname, 'console'));
  if (built) return built;
  const folder = join(import.meta.dirname, '../browser/console');
  return bundlePages({
    name: 'sandbox console',
    at: PATH,
    entryPoints: { main: join(folder, 'main.tsx'), style: join(folder, 'style.css') },
    format: 'esm',
  });
}

/** As the package brings it; a clone bundles it itself. */
function readBuilt(folder: string): PageFiles | undefined {
  if (!existsSync(folder)) return undefined;
  const read = (name: string, type: string) =>
    [`${PATH}/${name}`, { text: readFileSync(join(folder, name), 'utf8'), type }] as const;
  return new Map([read('main.js', 'text/javascript'), read('style.css', 'text/css')]);
}
