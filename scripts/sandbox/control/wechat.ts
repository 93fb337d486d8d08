import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { miniProgram } from '../wechat/program';
import { read } from './read';
import type { ControlServices } from './services';

const program = z.strictObject({
  secret: z.string().min(1).max(200).exactOptional(),
  originalId: z.string().max(64).exactOptional(),
  verified: z.boolean().exactOptional(),
  phoneService: z.enum(['ok', 'no-quota', 'not-permitted']).exactOptional(),
  phoneQuota: z.int().min(0).nullable().exactOptional(),
  privacy: z
    .strictObject({
      privacyContractName: z.string(),
      text: z.string(),
      declared: z.array(z.literal('phoneNumber')),
    })
    .exactOptional(),
});
const mobileApp = z.strictObject({
  verified: z.boolean().default(true),
  associated: z.array(z.string()).default([]),
});
const appid = z.string().regex(/^wx\w{4,30}$/);

/** What is registered with WeChat: mini programs, and the mobile apps that may open them. */
export function wechatRoutes({ cloud: { programs, mobileApps } }: ControlServices): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/programs', (c) => c.json([...programs.values()]));
  routes.put('/programs/:appid', async (c) => {
    const id = appid.parse(c.req.param('appid'));
    const known = programs.get(id) ?? miniProgram({ appid: id, secret: 'sandbox-app-secret' });
    // In place: what holds the program goes on with the changed one.
    const changed = Object.assign(known, await read(c, program));
    programs.set(id, changed);
    return c.json(changed);
  });

  routes.get('/mobile-apps', (c) => c.json([...mobileApps.values()]));
  routes.put('/mobile-apps/:appid', async (c) => {
    const id = appid.parse(c.req.param('appid'));
    const changed = { appid: id, ...(await read(c, mobileApp)) };
    mobileApps.set(id, changed);
    return c.json(changed);
  });

  return routes;
}
