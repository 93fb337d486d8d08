import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Env } from '../../base/http';
import type { GenAuthServices } from '../services';

/**
 * The directory of a provider whose mini program serves the apps of many companies: who is the app
 * that WeChat names (docs/provider.md). Made of what GenAuth's console keeps.
 */
export function directoryRoute({ tenant }: Pick<GenAuthServices, 'tenant'>): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/apps/:mobileAppId', (c) => {
    const mobileAppId = c.req.param('mobileAppId');
    const connection = [...tenant.connections.values()].find(
      (one) => one.mobileAppID === mobileAppId,
    );
    const app = [...tenant.apps.values()].find(({ id }) => connection?.apps.includes(id));
    if (!connection || !app) return c.json({ error: 'no entry' }, 404);
    const entry = {
      v: 1,
      mobileAppId,
      programId: connection.appid,
      app: app.id,
      connection: connection.identifier,
      userPoolId: app.userPoolId,
      name: app.name,
      agreements: [
        {
          id: 'terms',
          version: '1',
          title: { 'zh-CN': `《${app.name} 用户协议》`, en: `${app.name} Terms of Service` },
          text: { 'zh-CN': '这是沙盒里的协议。', en: 'These are the terms of the sandbox.' },
        },
      ],
    };
    const etag = `"${createHash('sha256').update(JSON.stringify(entry)).digest('hex').slice(0, 16)}"`;
    const headers = { etag, 'cache-control': 'public, max-age=60' };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.json(entry, 200, headers);
  });
  return routes;
}
