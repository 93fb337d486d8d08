import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../server';
import { international, openidOf, unionidOf, type WechatCloud } from './cloud';

const sessionQuery = z.strictObject({
  appid: z.string(),
  secret: z.string(),
  js_code: z.string().min(1),
  grant_type: z.literal('authorization_code'),
});
const tokenBody = z.strictObject({
  grant_type: z.string(),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().optional(),
});
const phoneBody = z.strictObject({ code: z.string().min(1), openid: z.string().optional() });

/** What a company's servers call. Every answer is HTTP 200; errors say `errcode`. https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/ */
export function serverSide(cloud: WechatCloud): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/sns/jscode2session', (c) => {
    const query = sessionQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ errcode: 40002, errmsg: `invalid request: ${z.prettifyError(query.error)}` });
    const { appid, secret, js_code } = query.data;
    const wrong = credentialError(cloud, appid, secret);
    if (wrong) return c.json(wrong);
    const code = cloud.redeem('login', js_code, appid);
    if ('errcode' in code) return c.json(code);
    if (code.person.highRisk) return c.json({ errcode: 40226, errmsg: 'code blocked' });
    return c.json({
      openid: openidOf(code.person, appid),
      session_key: code.sessionKey,
      unionid: unionidOf(code.person),
    });
  });

  routes.post('/cgi-bin/stable_token', async (c) => {
    const body = tokenBody.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ errcode: 47001, errmsg: `data format error: ${z.prettifyError(body.error)}` });
    const { grant_type, appid, secret } = body.data;
    if (grant_type !== 'client_credential') return c.json({ errcode: 40002, errmsg: 'invalid grant_type' });
    return c.json(credentialError(cloud, appid, secret) ?? cloud.accessToken(appid));
  });

  routes.post('/wxa/business/getuserphonenumber', async (c) => {
    const appid = cloud.appidOf(c.req.query('access_token'));
    if (typeof appid !== 'string') return c.json(appid);
    const body = phoneBody.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ errcode: 47001, errmsg: `data format error: ${z.prettifyError(body.error)}` });
    const code = cloud.redeem('phone', body.data.code, appid);
    if ('errcode' in code) return c.json(code);
    const { phone } = code.person;
    if (!phone) throw new Error(`a phone code was issued for ${code.person.id}, who has no phone number`);
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

function credentialError(cloud: WechatCloud, appid: string, secret: string) {
  const program = cloud.program(appid);
  if (!program) return { errcode: 40013, errmsg: 'invalid appid' };
  if (program.secret !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' };
  return undefined;
}
