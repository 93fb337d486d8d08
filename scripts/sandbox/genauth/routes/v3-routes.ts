import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../../base/http';
import { e164 } from '../../base/phone-number';
import type { App, Connection } from '../../contract/tenant';
import { apiError, errors, ok, type Result, refused, v3 } from '../answer';
import { identifyApps } from '../client';
import type { GenAuthServices } from '../services';
import { mintMessage, signInMessage } from '../sign-in';
import type { Tenant } from '../tenant';
import { userOf } from '../user';
import { answerLang, readBody, readClientMessage, tokenOf } from './request';

const phoneMessage = z.strictObject({ extIdpConnidentifier: z.string(), code: z.string() });
const decryptMessage = z.strictObject({
  ...phoneMessage.shape,
  encryptedData: z.string(),
  iv: z.string(),
});
const accessTokenMessage = z.strictObject({ appId: z.string(), appSecret: z.string() });
const nonceContext = z.object({ nonce: z.string() });

/** The v3 API: errors come in HTTP 200. docs/genauth.md#errors-come-in-http-200 */
export function v3Routes(services: GenAuthServices): Hono<Env> {
  const { tenant, signIn, tokens, tickets } = services;
  const routes = new Hono<Env>();

  routes.post('/api/v3/signin-by-mobile', async (c) => {
    const read = await readClientMessage(c, tenant, signInMessage);
    if (!read.ok) return c.json(v3(read, answerLang(c)));
    const { app, message } = read.value;
    const account = await signIn.byMessage(message, app);
    if (!account.ok) return c.json(v3(account, answerLang(c)));
    const { scope, context } = message.options ?? {};
    const nonce = tenant.pools.get(app.userPoolId)?.nonceClaim
      ? nonceContext.safeParse(context).data?.nonce
      : undefined;
    const options = nonce === undefined ? {} : { nonce };
    return c.json(v3(ok(await tokens.grant(account.value, app, scope, options)), answerLang(c)));
  });

  // Ours: the real call that mints a ticket is not public, so a tenant's brand names an endpoint.
  // This one takes a sign-in.
  routes.post(tenant.tickets.endpoint, async (c) => {
    const read = await readClientMessage(c, tenant, mintMessage);
    if (!read.ok) return c.json(v3(read, answerLang(c)));
    const { app, message } = read.value;
    if (message.userPoolId !== app.userPoolId)
      return c.json(v3(refused(apiError(2224)), answerLang(c)));
    const account = await signIn.byMessage(message, app);
    return c.json(v3(account.ok ? ok(tickets.mint(account.value)) : account, answerLang(c)));
  });

  // The tenant's own server, and nothing of GenAuth's.
  if (tenant.countsAt !== null) routes.post(tenant.countsAt, (c) => c.body(null, 204));

  routes.get('/api/v3/get-profile', async (c) => {
    const token = tokenOf(c);
    const owner =
      token === undefined
        ? undefined
        : ((await tokens.ownerOf(token)) ?? (await tokens.ownerOfV2Token(token)));
    if (!owner) return c.json(v3(refused(apiError(2020)), answerLang(c)));
    const apps = identifyApps(c, tenant);
    if (!apps.ok && apps.error !== errors.appIdMissing) return c.json(v3(apps, answerLang(c)));
    if (apps.ok && !apps.value.includes(owner.app))
      return c.json(v3(refused(apiError(2020)), answerLang(c)));
    const { id: userId, ...user } = userOf(owner.account);
    return c.json(v3(ok({ userId, status: 'Activated', ...user }), answerLang(c)));
  });

  routes.get('/api/v3/system', (c) =>
    c.json({
      version: 'sandbox',
      rsa: { publicKey: tokens.keys.publicKeyPem },
      name: 'GenAuth double',
    }),
  );

  return routes.route('/', miniProgramRoutes(services));
}

/** What servers and SDKs ask about a mini program. */
function miniProgramRoutes({ tenant, gateway, tokens }: GenAuthServices): Hono<Env> {
  const routes = new Hono<Env>();

  routes.post('/api/v3/get-wechat-miniprogram-phone', async (c) => {
    const message = await readBody(c, phoneMessage);
    if (!message.ok) return c.json(v3(message, answerLang(c)));
    const connection = connectionOf(
      tenant,
      identifyApps(c, tenant),
      message.value.extIdpConnidentifier,
    );
    if (!connection.ok) return c.json(v3(connection, answerLang(c)));
    const phone = await gateway.phone(connection.value, message.value.code);
    if (!phone.ok) return c.json(v3(phone, answerLang(c)));
    const { number, countryCode } = phone.value;
    const info = { phoneNumber: e164(phone.value), purePhoneNumber: number, countryCode };
    // One official source reads the fields flat, another in `phone_info`.
    return c.json(v3(ok({ ...info, phone_info: info }), answerLang(c)));
  });

  routes.post('/api/v3/decrypt-wechat-miniprogram-data', async (c) => {
    const message = await readBody(c, decryptMessage);
    if (!message.ok) return c.json(v3(message, answerLang(c)));
    const { extIdpConnidentifier, code, ...encrypted } = message.value;
    const connection = connectionOf(tenant, identifyApps(c, tenant), extIdpConnidentifier);
    if (!connection.ok) return c.json(v3(connection, answerLang(c)));
    const session = await gateway.session(connection.value, code);
    return c.json(
      v3(
        session.ok ? gateway.decrypt(connection.value, encrypted, session.value) : session,
        answerLang(c),
      ),
    );
  });

  // The older name is said to be obsolete and answers alike.
  for (const path of ['/api/v3/get-wechat-access-token', '/api/v3/get-wechat-access-token-info']) {
    routes.post(path, async (c) => {
      const token = tokenOf(c);
      const isLoggedIn = token === undefined || (await tokens.ownerOf(token)) !== undefined;
      if (!isLoggedIn) return c.json(v3(refused(apiError(2020)), answerLang(c)));
      const message = await readBody(c, accessTokenMessage);
      if (!message.ok) return c.json(v3(message, answerLang(c)));
      const { appId: appid, appSecret: secret } = message.value;
      const given = await gateway.accessToken({ appid, secret });
      if (!given.ok) return c.json(v3(given, answerLang(c)));
      const { token: accessToken, expiresAt } = given.value;
      return c.json(
        v3(ok({ accessToken, expiresAt: new Date(expiresAt).toISOString() }), answerLang(c)),
      );
    });
  }

  return routes;
}

function connectionOf(
  tenant: Tenant,
  apps: Result<readonly App[]>,
  identifier: string,
): Result<Connection> {
  if (!apps.ok) return apps;
  const [connection] = apps.value.flatMap((app) => tenant.connectionOf(app, identifier) ?? []);
  return connection ? ok(connection) : refused(errors.noSuchConnection);
}
