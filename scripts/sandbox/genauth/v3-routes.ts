import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../server';
import { e164 } from './accounts';
import { errors, ok, refused, v3 } from './answer';
import type { Parts } from './parts';
import { appIdError, readMessage } from './request';
import { mintMessage, signInMessage } from './sign-in';

const phoneMessage = z.strictObject({ extIdpConnidentifier: z.string(), code: z.string().min(1) });
const decryptMessage = z.strictObject({
  extIdpConnidentifier: z.string(),
  code: z.string().min(1),
  encryptedData: z.string().min(1),
  iv: z.string().min(1),
});

/** The v3 API: errors come in HTTP 200. Facts on GenAuth, 2 and 6. */
export function v3Routes({ tenant, gateway, signIn, tokens, tickets }: Parts): Hono<Env> {
  const routes = new Hono<Env>();

  routes.post('/api/v3/signin-by-mobile', async (c) => {
    const message = await readMessage(c, tenant, signInMessage);
    if (!message.ok) return c.json(v3(message));
    if (message.value.client_id !== undefined && message.value.client_id !== tenant.app.id) {
      return c.json(v3(refused(errors.noSuchApp)));
    }
    const account = await signIn.byMessage(message.value);
    if (!account.ok) return c.json(v3(account));
    return c.json(v3(ok(await tokens.issue(account.value, message.value.options?.scope))));
  });

  // Ours: the real call that mints a ticket is not public, so a tenant's brand names an endpoint. This one takes a sign-in.
  routes.post(tenant.tickets.endpoint, async (c) => {
    const message = await readMessage(c, tenant, mintMessage);
    if (!message.ok) return c.json(v3(message));
    if (message.value.userPoolId !== tenant.userPoolId) return c.json(v3(refused(errors.noSuchPool)));
    const account = await signIn.byMessage(message.value);
    return c.json(v3(account.ok ? ok(tickets.mint(account.value)) : account));
  });

  routes.get('/api/v3/get-profile', async (c) => {
    const wrong = appIdError(c, tenant);
    if (wrong) return c.json(v3(refused(wrong)));
    const bearer = await tokens.bearer(c.req.header('authorization'));
    if (!bearer) return c.json(v3(refused(errors.notLoggedIn)));
    const { id, nickname, phone, createdAt } = bearer.account;
    const profile = {
      userId: id,
      nickname,
      status: 'Activated',
      phone: phone?.number ?? null,
      phoneCountryCode: phone ? `+${phone.countryCode}` : null,
      createdAt: new Date(createdAt).toISOString(),
    };
    return c.json(v3(ok(profile)));
  });

  routes.get('/api/v3/system', (c) =>
    c.json({ version: 'sandbox', rsa: { publicKey: tokens.keys.publicKeyPem }, name: 'GenAuth double' }),
  );

  routes.post('/api/v3/get-wechat-miniprogram-phone', async (c) => {
    const message = await readMessage(c, tenant, phoneMessage);
    if (!message.ok) return c.json(v3(message));
    if (message.value.extIdpConnidentifier !== tenant.connection.identifier) return c.json(v3(refused(errors.noSuchConnection)));
    const phone = await gateway.phone(message.value.code);
    if (!phone.ok) return c.json(v3(phone));
    const { number, countryCode } = phone.value;
    return c.json(v3(ok({ phoneNumber: e164(phone.value), purePhoneNumber: number, countryCode })));
  });

  routes.post('/api/v3/decrypt-wechat-miniprogram-data', async (c) => {
    const message = await readMessage(c, tenant, decryptMessage);
    if (!message.ok) return c.json(v3(message));
    const { extIdpConnidentifier, code, encryptedData, iv } = message.value;
    if (extIdpConnidentifier !== tenant.connection.identifier) return c.json(v3(refused(errors.noSuchConnection)));
    const session = await gateway.session(code);
    return c.json(v3(session.ok ? gateway.decrypt(encryptedData, iv, session.value) : session));
  });

  return routes;
}
