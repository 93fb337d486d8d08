import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { openidOf, unionidOf } from '../base/identity';
import { international } from '../base/phone-number';
import { type WechatError, wechatErrors } from '../contract/wechat-errors';
import type { WechatCloud } from './cloud';
import { readJson } from './read-json';

const tokenBody = z.object({
  grant_type: z.string().optional(),
  appid: z.string().optional(),
  secret: z.string().optional(),
  force_refresh: z.boolean().optional(),
});
const phoneBody = z.object({ code: z.string().optional(), openid: z.string().optional() });

/**
 * What a company's servers call. Every answer is HTTP 200; errors say `errcode`.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/
 */
export function serverSide(cloud: WechatCloud): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/sns/jscode2session', (c) => {
    const { js_code: code, grant_type } = c.req.query();
    const wrong = credentialError(cloud, c.req.query());
    if (wrong) return c.json(wrong);
    if (!code) return c.json(wechatErrors.codeMissing);
    if (grant_type !== 'authorization_code') return c.json(wechatErrors.badGrantType);
    const appid = c.req.query('appid') ?? '';
    const redeemed = cloud.redeem('login', code, appid);
    if ('errcode' in redeemed) return c.json(redeemed);
    const { person, sessionKey: session_key } = redeemed;
    if (person.highRisk) return c.json(wechatErrors.blocked);
    return c.json({ openid: openidOf(person, appid), session_key, unionid: unionidOf(person) });
  });

  routes.get('/cgi-bin/token', (c) => {
    const { appid = '', grant_type } = c.req.query();
    if (grant_type !== 'client_credential') return c.json(wechatErrors.badGrantType);
    return c.json(credentialError(cloud, c.req.query()) ?? cloud.accessTokens.next(appid));
  });

  routes.post('/cgi-bin/stable_token', async (c) => {
    const body = await readJson(c, tokenBody);
    if ('errcode' in body) return c.json(body);
    const { grant_type, appid = '', force_refresh = false } = body;
    if (grant_type !== 'client_credential') return c.json(wechatErrors.badGrantType);
    return c.json(credentialError(cloud, body) ?? cloud.accessTokens.stable(appid, force_refresh));
  });

  routes.post('/wxa/business/getuserphonenumber', async (c) => {
    const appid = cloud.accessTokens.appidOf(c.req.query('access_token'));
    if (typeof appid !== 'string') return c.json(appid);
    const body = await readJson(c, phoneBody);
    if ('errcode' in body) return c.json(body);
    if (!body.code) return c.json(wechatErrors.codeMissing);
    const redeemed = cloud.redeem('phone', body.code, appid);
    if ('errcode' in redeemed) return c.json(redeemed);
    const { phone } = redeemed.person;
    // The number may have been unbound since the tap.
    if (!phone) return c.json(wechatErrors.badCode);
    return c.json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: international(phone),
        purePhoneNumber: phone.number,
        countryCode: phone.countryCode,
        watermark: { timestamp: Math.floor(cloud.clock.now() / 1000), appid },
      },
    });
  });

  return routes;
}

/** Each parameter that is missing has its own number. */
function credentialError(
  cloud: WechatCloud,
  { appid, secret }: { readonly appid?: string | undefined; readonly secret?: string | undefined },
): WechatError | undefined {
  if (!appid) return wechatErrors.appidMissing;
  if (!secret) return wechatErrors.secretMissing;
  const program = cloud.program(appid);
  if (!program) return wechatErrors.badAppid;
  return program.secret === secret ? undefined : wechatErrors.badSecret;
}
