import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { decide } from '../wechat/platform/code';
import { COMPONENT } from '../wechat/platform/platform';
import { newTenant } from '../wechat/platform/state';
import { addDraft } from '../wechat/platform/templates';
import { ControlError, mustFind, read } from './read';
import type { ControlServices } from './services';

const seconds = z.number().min(0).max(31_536_000);
const count = z.int().min(0).max(1_000_000_000);
const settings = z.strictObject({
  checkSeconds: seconds.exactOptional(),
  commitSeconds: seconds.exactOptional(),
  review: z
    .strictObject({
      seconds,
      status: z.union([z.literal(0), z.literal(1), z.literal(4)]).default(0),
      reason: z.string().max(1000).default(''),
    })
    .nullable()
    .exactOptional(),
  auditLimit: count.exactOptional(),
  callsPerMinute: count.exactOptional(),
  callsPerDay: count.exactOptional(),
  serverDomains: z.array(z.string()).max(1000).exactOptional(),
});
const draft = z.strictObject({
  version: z.string().min(1).max(64),
  description: z.string().max(1000).default(''),
  appid: z.string().default('wx00d3e70b00d3e70b'),
  pages: z.array(z.string()).min(1).default(['pages/login/login']),
  subPackages: z
    .array(z.strictObject({ root: z.string(), pages: z.array(z.string()) }))
    .default([]),
  mainBytes: count.default(100_000),
  totalBytes: count.default(150_000),
  privateApis: z.array(z.string()).default([]),
});
const category = z.strictObject({
  first_class: z.string(),
  first_id: z.int(),
  second_class: z.string(),
  second_id: z.int(),
  third_class: z.string().exactOptional(),
  third_id: z.int().exactOptional(),
});
const tenant = z.strictObject({
  authorised: z.boolean().exactOptional(),
  named: z.boolean().exactOptional(),
  maySubmit: z.boolean().exactOptional(),
  categories: z.array(category).max(20).exactOptional(),
  privateApis: z.array(z.string()).exactOptional(),
  ownDomains: z.array(z.string()).max(200).exactOptional(),
});
const verdict = z.strictObject({
  status: z.union([z.literal(0), z.literal(1), z.literal(4)]),
  reason: z.string().max(1000).default(''),
});

/** WeChat's third-party platform: what it may, what it has done, and what WeChat's reviewers say. */
export function platformControl({ platform, cloud }: ControlServices): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/platform', (c) =>
    c.json({
      component: COMPONENT,
      settings: platform.settings,
      submittedThisMonth: platform.submitted,
      drafts: platform.drafts.size,
      templates: platform.templates.size,
    }),
  );
  routes.put('/platform', async (c) => {
    platform.settings = { ...platform.settings, ...(await read(c, settings)) };
    return c.json(platform.settings);
  });

  routes.post('/platform/drafts', async (c) => {
    const { version, description, appid, ...code } = await read(c, draft);
    const added = addDraft(platform, {
      user_version: version,
      user_desc: description,
      source_miniprogram_appid: appid,
      source_miniprogram: 'development',
      developer: 'sandbox',
      code,
    });
    return c.json(added);
  });

  routes.get('/platform/tenants', (c) => c.json(Object.fromEntries(platform.tenants)));
  routes.put('/platform/tenants/:appid', async (c) => {
    const { appid } = mustFind(cloud.programs, c.req.param('appid'), 'mini program');
    return c.json(platform.change(appid, await read(c, tenant)));
  });
  routes.put('/platform/tenants/:appid/review', async (c) => {
    const { appid } = mustFind(cloud.programs, c.req.param('appid'), 'mini program');
    const decided = decide(platform, appid, await read(c, verdict));
    if (!decided) throw new ControlError(`nothing of ${appid} is under review`, { status: 409 });
    return c.json(decided);
  });

  /** As the provider's own server would answer: the token of a mini program, or its own. */
  routes.get('/platform/token', (c) => {
    const { appid = '' } = c.req.query();
    if (appid === COMPONENT.appid) return c.json(cloud.accessTokens.next(appid, 'component'));
    const { authorised } = platform.tenant(appid) ?? { ...newTenant, authorised: false };
    if (!authorised)
      throw new ControlError(`${appid} has not given the platform its right`, { status: 404 });
    return c.json({
      ...cloud.accessTokens.next(appid, 'authorizer'),
      refresh_token: platform.refreshToken(appid),
    });
  });

  return routes;
}
