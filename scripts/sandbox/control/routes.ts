import { guardLocalServer } from '@mini-login/local-server/guard';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { consoleRoutes } from './console';
import { observeRoutes } from './observe';
import { consolePage } from './page';
import { peopleRoutes } from './people';
import { platformControl } from './platform';
import { ControlError } from './read';
import type { ControlServices } from './services';
import { wechatRoutes } from './wechat';

/**
 * What the sandbox's owner may ask: `/health`, `/journal` and everything under `/sandbox/`.
 * docs/sandbox.md
 */
export function controlRoutes(services: ControlServices): Hono<Env> {
  const { store, tenant, tokens, urls, origin } = services;
  const routes = new Hono<Env>();
  const guard = guardLocalServer({
    origins: () => [
      urls.genauth,
      loopbackOf(urls.genauth),
      ...(origin === undefined ? [] : [origin]),
    ],
  });

  const state = (): object => ({
    status: 'ok',
    purpose: 'development and tests only: every secret in here is public',
    memory: { rssBytes: process.memoryUsage.rss() },
    genauth: {
      url: urls.genauth,
      issuer: tokens.issuer,
      appId: tenant.app.id,
      connection: tenant.connection.identifier,
    },
    wechat: { url: urls.wechat, appid: tenant.connection.appid },
  });

  const control = new Hono<Env>();
  control.use(guard, async (c, next) => {
    await next();
    await store.settled();
    c.header('cache-control', 'no-store');
  });
  control.get('/', (c) => c.json(state()));
  control.route('/', consolePage());
  for (const each of [peopleRoutes, consoleRoutes, wechatRoutes, platformControl, observeRoutes])
    control.route('/', each(services));
  control.all('*', (c) =>
    c.json(
      { error: `there is no ${c.req.method} ${c.req.path}; docs/sandbox.md says what there is` },
      404,
    ),
  );
  control.onError((error, c) => {
    if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    return c.json({ error: error.message }, 500);
  });

  routes.get('/health', guard, (c) => c.json(state()));
  routes.get('/journal', guard, (c) => c.redirect(`/sandbox/journal${new URL(c.req.url).search}`));
  routes.route('/sandbox', control);
  return routes;
}

/** A server that listens everywhere is reached here too. */
function loopbackOf(url: string): string {
  const { protocol, port } = new URL(url);
  return `${protocol}//127.0.0.1:${port}`;
}
