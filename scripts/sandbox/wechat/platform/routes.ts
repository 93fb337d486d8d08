import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../../base/http';
import { platformErrors } from '../../contract/platform-errors';
import { type WechatError, wechatErrors } from '../../contract/wechat-errors';
import { readJson } from '../read-json';
import { getPrivacy, modifyDomains, setPrivacy } from './account';
import {
  auditStatus,
  commit,
  pastVersions,
  privacyInfo,
  release,
  revert,
  submitAudit,
  undoAudit,
  versionInfo,
} from './code';
import { COMPONENT, type ThirdPartyPlatform } from './platform';
import { addToTemplate, listDrafts, listTemplates } from './templates';

const OK = { errcode: 0, errmsg: 'ok' };

/** WeChat's own examples give ids as text. */
const id = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const commitBody = z.object({
  template_id: id,
  ext_json: z.string(),
  user_version: z.string().min(1),
  user_desc: z.string(),
});
const item = z.object({
  address: z.string().optional(),
  tag: z.string().optional(),
  title: z.string().optional(),
  first_class: z.string(),
  second_class: z.string(),
  first_id: z.int(),
  second_id: z.int(),
  third_class: z.string().optional(),
  third_id: z.int().optional(),
});
const submitBody = z.object({
  item_list: z.array(item),
  version_desc: z.string().optional(),
  privacy_api_not_use: z.boolean().optional(),
});
const domains = z.array(z.string()).optional();
const domainBody = z.object({
  action: z.string(),
  requestdomain: domains,
  wsrequestdomain: domains,
  uploaddomain: domains,
  downloaddomain: domains,
  udpdomain: domains,
  tcpdomain: domains,
});
const version = z.union([z.literal(1), z.literal(2)]).default(2);
const privacyBody = z.object({
  privacy_ver: version,
  owner_setting: z.record(z.string(), z.string()),
  setting_list: z
    .array(z.object({ privacy_key: z.string().min(1), privacy_text: z.string().min(1) }))
    .optional(),
  sdk_privacy_info_list: z.array(z.looseObject({})).default([]),
});

/**
 * What a service provider's server calls, for itself and for the mini programs that it looks after.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/
 */
export function platformRoutes(platform: ThirdPartyPlatform): Hono<Env> {
  const routes = new Hono<Env>();
  tokenRoutes(routes, platform);
  templateRoutes(routes, platform);

  /** Answers for the mini program of the token, where there is one and it may ask this often. */
  const asTenant = async (
    c: Context<Env>,
    answer: (appid: string) => object | null | Promise<object | null>,
  ) => {
    const appid = platform.authorizer(c.req.query('access_token'));
    if (typeof appid !== 'string') return c.json(appid);
    const refused = platform.callError(c.req.path, appid);
    return c.json(refused ?? (await answer(appid)) ?? OK);
  };
  const withBody = <T>(
    c: Context<Env>,
    shape: z.ZodType<T>,
    answer: (appid: string, body: T) => object | null,
  ) =>
    asTenant(c, async (appid) => {
      const body = await readJson(c, shape);
      return isRefusal(body) ? body : answer(appid, body);
    });

  routes.post('/wxa/commit', (c) =>
    withBody(c, commitBody, (appid, body) => commit(platform, appid, body)),
  );
  routes.get('/wxa/security/get_code_privacy_info', (c) =>
    asTenant(c, (appid) => privacyInfo(platform, appid)),
  );
  routes.get('/wxa/get_category', (c) =>
    asTenant(c, (appid) => ({ ...OK, category_list: platform.tenant(appid)?.categories ?? [] })),
  );
  routes.get('/wxa/get_page', (c) =>
    asTenant(c, (appid) => {
      const trial = platform.tenant(appid)?.trial;
      return trial ? { ...OK, page_list: trial.pages } : platformErrors.noTrialVersion;
    }),
  );
  routes.post('/wxa/submit_audit', (c) =>
    withBody(c, submitBody, (appid, body) => ({ ...OK, ...submitAudit(platform, appid, body) })),
  );
  routes.post('/wxa/get_auditstatus', (c) =>
    withBody(c, z.object({ auditid: id }), (appid, { auditid }) =>
      auditStatus(platform, appid, auditid),
    ),
  );
  routes.get('/wxa/get_latest_auditstatus', (c) =>
    asTenant(c, (appid) => auditStatus(platform, appid, null)),
  );
  routes.get('/wxa/undocodeaudit', (c) => asTenant(c, (appid) => undoAudit(platform, appid)));
  routes.post('/wxa/release', (c) =>
    withBody(c, z.object({}), (appid) => release(platform, appid)),
  );
  routes.get('/wxa/revertcoderelease', (c) =>
    asTenant(c, (appid) => {
      const { action, app_version } = c.req.query();
      if (action === 'get_history_version')
        return { ...OK, version_list: pastVersions(platform, appid) };
      if (action !== undefined) return platformErrors.invalidArgs;
      return revert(platform, appid, app_version === undefined ? null : Number(app_version));
    }),
  );
  routes.post('/wxa/getversioninfo', (c) =>
    withBody(c, z.object({}), (appid) => versionInfo(platform, appid)),
  );
  routes.get('/wxa/queryquota', (c) =>
    asTenant(c, () => {
      const { auditLimit: limit } = platform.settings;
      const rest = Math.max(0, limit - platform.submitted);
      return { ...OK, rest, limit, speedup_rest: 0, speedup_limit: 0 };
    }),
  );
  routes.post('/wxa/modify_domain', (c) =>
    withBody(c, domainBody, (appid, { action, ...wanted }) =>
      modifyDomains(platform, appid, action, wanted),
    ),
  );
  routes.post('/cgi-bin/component/setprivacysetting', (c) =>
    withBody(c, privacyBody, (appid, body) => setPrivacy(platform, appid, body)),
  );
  routes.post('/cgi-bin/component/getprivacysetting', (c) =>
    withBody(c, z.object({ privacy_ver: version }), (appid, { privacy_ver }) =>
      getPrivacy(platform, appid, privacy_ver),
    ),
  );
  return routes;
}

const componentBody = z.object({
  component_appid: z.string(),
  component_appsecret: z.string(),
  component_verify_ticket: z.string(),
});
const authorizerBody = z.object({
  component_appid: z.string(),
  authorizer_appid: z.string(),
  authorizer_refresh_token: z.string(),
});

/** Two hours each, as the platform's server gets them. */
function tokenRoutes(routes: Hono<Env>, platform: ThirdPartyPlatform): void {
  const { accessTokens } = platform.cloud;
  routes.post('/cgi-bin/component/api_component_token', async (c) => {
    const body = await readJson(c, componentBody);
    if (isRefusal(body)) return c.json(body);
    if (body.component_appid !== COMPONENT.appid) return c.json(wechatErrors.badAppid);
    if (body.component_appsecret !== COMPONENT.secret) return c.json(wechatErrors.badSecret);
    if (body.component_verify_ticket !== COMPONENT.ticket) return c.json(platformErrors.badTicket);
    const { access_token, expires_in } = accessTokens.next(COMPONENT.appid, 'component');
    return c.json({ component_access_token: access_token, expires_in });
  });
  routes.post('/cgi-bin/component/api_authorizer_token', async (c) => {
    const { access_token, component_access_token } = c.req.query();
    const asker = platform.component(access_token ?? component_access_token);
    if (typeof asker !== 'string') return c.json(asker);
    const body = await readJson(c, authorizerBody);
    if (isRefusal(body)) return c.json(body);
    const { authorizer_appid: appid, authorizer_refresh_token: refresh } = body;
    if (body.component_appid !== asker || !platform.tenant(appid))
      return c.json(wechatErrors.badAppid);
    if (!platform.tenant(appid)?.authorised) return c.json(platformErrors.notAuthorised);
    if (refresh !== platform.refreshToken(appid)) return c.json(platformErrors.badRefreshToken);
    const issued = accessTokens.next(appid, 'authorizer');
    return c.json({
      authorizer_access_token: issued.access_token,
      expires_in: issued.expires_in,
      authorizer_refresh_token: refresh,
    });
  });
}

const templateBody = z.object({
  draft_id: id,
  template_type: z.union([z.literal(0), z.literal(1)]).default(0),
});

/** The platform's own: they take its token, and no mini program's. */
function templateRoutes(routes: Hono<Env>, platform: ThirdPartyPlatform): void {
  const asPlatform = async (
    c: Context<Env>,
    answer: () => object | null | Promise<object | null>,
  ) => {
    const appid = platform.component(c.req.query('access_token'));
    if (typeof appid !== 'string') return c.json(appid);
    const refused = platform.callError(c.req.path, appid);
    return c.json(refused ?? (await answer()) ?? OK);
  };
  routes.get('/wxa/gettemplatedraftlist', (c) =>
    asPlatform(c, () => ({ ...OK, draft_list: listDrafts(platform) })),
  );
  routes.post('/wxa/addtotemplate', (c) =>
    asPlatform(c, async () => {
      const body = await readJson(c, templateBody);
      return isRefusal(body) ? body : addToTemplate(platform, body.draft_id, body.template_type);
    }),
  );
  routes.get('/wxa/gettemplatelist', (c) =>
    asPlatform(c, () => {
      const type = c.req.query('template_type');
      return {
        ...OK,
        template_list: listTemplates(platform, type === '0' ? 0 : type === '1' ? 1 : null),
      };
    }),
  );
  routes.post('/wxa/deletetemplate', (c) =>
    asPlatform(c, async () => {
      const body = await readJson(c, z.object({ template_id: id }));
      if (isRefusal(body)) return body;
      return platform.templates.delete(String(body.template_id)) ? null : platformErrors.noDraft;
    }),
  );
}

function isRefusal(body: unknown): body is WechatError {
  return typeof body === 'object' && body !== null && 'errcode' in body;
}
