import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../server';
import type { Account } from './accounts';
import { ok, v2 } from './answer';
import type { Parts } from './parts';
import { publicConfig } from './public-config';
import { readMessage } from './request';

/** What the Guard SDK sends: empty strings where it has nothing. Facts on GenAuth, 3. */
const codesMessage = z.strictObject({
  connId: z.string(),
  iv: z.literal(''),
  encryptedData: z.literal(''),
  code: z.string().min(1),
  phoneInfoCode: z.string(),
});
const ticketMessage = z.strictObject({ ticket: z.string().min(1), secret: z.string().optional() });

/** The v2 API and the older calls beside it: `code` is in the body. */
export function v2Routes(parts: Parts): Hono<Env> {
  const { tenant, signIn, tokens, tickets } = parts;
  const routes = new Hono<Env>();

  routes.get('/api/v2/applications/:appId/public-config', (c) => c.json(publicConfig(c.req.param('appId'), tenant)));

  routes.post('/api/v2/ecConn/wechatminiprogramapplaunch/authByCode', async (c) => {
    const message = await readMessage(c, tenant, codesMessage);
    if (!message.ok) return c.json(v2(message));
    const { connId, code, phoneInfoCode } = message.value;
    if (connId !== tenant.connection.id) return c.json({ code: 404, message: 'The connection does not exist' });
    const account = await signIn.byCodes(code, phoneInfoCode === '' ? undefined : phoneInfoCode);
    if (!account.ok) return c.json(v2(account));
    return c.json(v2(ok({ ...user(account.value), token: await tokens.v2Token(account.value) })));
  });

  routes.post('/oauth/app2wxapp/auth/:userPoolId', async (c) => {
    if (c.req.param('userPoolId') !== tenant.userPoolId) return c.json({ code: 2224, message: 'No such user pool' });
    const body = ticketMessage.safeParse({ ...(await c.req.json().catch(() => ({}))), ...c.req.query() });
    if (!body.success) return c.json({ code: 400, message: z.prettifyError(body.error) });
    if (tenant.tickets.needsSecret && body.data.secret !== tenant.userPoolSecret) {
      return c.json({ code: 400, message: 'The user pool secret is missing or wrong' });
    }
    const account = tickets.redeem(body.data.ticket);
    if (!account) return c.json({ code: 400, message: 'The ticket is unknown, used or expired' });
    const data = user(account);
    return c.json({ code: 200, message: 'OK', data: tenant.tickets.dataAsText ? JSON.stringify(data) : data });
  });

  return routes;
}

/** A user as v2 writes one. */
function user({ id, nickname, phone, createdAt, unionid }: Account) {
  return {
    id,
    nickname,
    unionid,
    phone: phone?.number ?? null,
    phoneCountryCode: phone ? `+${phone.countryCode}` : null,
    createdAt: new Date(createdAt).toISOString(),
  };
}
