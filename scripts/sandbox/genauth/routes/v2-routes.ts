import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../../base/http';
import { apiError, errors, ok, type Result, refused, v2 } from '../answer';
import { identifyClient } from '../client';
import { publicConfig } from '../public-config';
import type { GenAuthServices } from '../services';
import { userOf } from '../user';
import { answerLang, readBody, readClientMessage, tokenOf } from './request';
import { ticketRoute } from './ticket-route';

/**
 * What the Guard SDKs send: iOS leaves `phoneInfoCode` out, the other two may be anything.
 * docs/genauth.md#what-the-apps-guard-sdk-calls
 */
const codesMessage = z.object({
  connId: z.string(),
  code: z.string(),
  phoneInfoCode: z.string().optional(),
});

/** The v2 API and the older calls next to it: `code` is in the body. */
export function v2Routes(services: GenAuthServices): Hono<Env> {
  const { tenant, signIn, tokens } = services;
  const routes = new Hono<Env>();
  const answer = (c: Context<Env>, result: Result<unknown>) => c.json(v2(result, answerLang(c)));

  routes.get('/api/v2/applications/:appId/public-config', (c) => {
    const app = tenant.apps.get(c.req.param('appId'));
    return answer(c, app ? ok(publicConfig(app, tenant)) : refused(apiError(2011)));
  });

  routes.post('/api/v2/ecConn/wechatminiprogramapplaunch/authByCode', async (c) => {
    const client = identifyClient(c, tenant);
    if (!client.ok) return answer(c, client);
    const message = await readBody(c, codesMessage);
    if (!message.ok) return answer(c, message);
    const { app } = client.value;
    const { connId, code: loginCode, phoneInfoCode: phoneCode } = message.value;
    const connection = tenant.connectionsOf(app).find(({ id }) => id === connId);
    if (!connection) return answer(c, refused(errors.noSuchConnection));
    const account = await signIn.byProof({ loginCode, phoneCode }, app, connection);
    if (!account.ok) return answer(c, account);
    return answer(
      c,
      ok({ ...userOf(account.value), token: await tokens.v2Token(account.value, app) }),
    );
  });

  /** Who is logged in, by either kind of token. */
  const whoIs = async (c: Context<Env>) => {
    const token = tokenOf(c);
    return token === undefined
      ? undefined
      : ((await tokens.ownerOfV2Token(token)) ?? (await tokens.ownerOf(token)));
  };

  // The Guard SDKs report a login as failed when the user's own data can't be read.
  routes.post('/api/v2/udvs/get', async (c) => {
    const message = await readBody(c, z.object({ targetType: z.string(), targetId: z.string() }));
    if (!message.ok) return answer(c, message);
    const owner = await whoIs(c);
    const isOwn =
      owner && message.value.targetType === 'USER' && message.value.targetId === owner.account.id;
    return answer(c, isOwn ? ok([]) : refused(apiError(2020)));
  });

  routes.get('/api/v2/users/me', async (c) => {
    const owner = await whoIs(c);
    return answer(
      c,
      owner ? ok({ ...userOf(owner.account), token: owner.token }) : refused(apiError(2020)),
    );
  });

  // Works without anybody logged in, too: a client forgets its session in any case.
  routes.get('/api/v2/logout', async (c) => {
    const app = tenant.apps.get(c.req.query('app_id') ?? '');
    if (!app) return answer(c, refused(apiError(2011)));
    const owner = await whoIs(c);
    if (owner) await tokens.revoke(owner.token, owner.app);
    return answer(c, ok(null));
  });

  routes.get('/api/v2/oidc/validate_token', async (c) => {
    const { access_token: accessToken, id_token: idToken } = c.req.query();
    const claims = accessToken
      ? (await tokens.ownerOf(accessToken))?.claims
      : await tokens.idToken(idToken ?? '');
    return claims
      ? c.json(claims)
      : answer(c, refused(errors.badRequest('the token is not valid')));
  });

  return routes.route('/', ticketRoute(services)).route('/', olderRoutes(services));
}

const olderMessage = z.object({
  code: z.string(),
  encryptedData: z.string().optional(),
  iv: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});

/**
 * What the mini program SDK before version 5 calls; it names no connection, so the application's
 * first one is meant.
 */
function olderRoutes({ tenant, gateway, signIn, tokens }: GenAuthServices): Hono<Env> {
  const routes = new Hono<Env>();
  const answer = (c: Context<Env>, result: Result<unknown>) => c.json(v2(result, answerLang(c)));

  for (const [path, needsPhone] of [
    ['/connections/social/wechat-miniprogram/auth', false],
    ['/connections/social/wechat-miniprogram/auth-by-phone', true],
  ] as const) {
    routes.post(path, async (c) => {
      const read = await readClientMessage(c, tenant, olderMessage);
      if (!read.ok) return answer(c, read);
      const { app, message } = read.value;
      const [connection] = tenant.connectionsOf(app);
      if (!connection) return answer(c, refused(errors.noSuchConnection));
      const { code: loginCode, encryptedData, iv } = message;
      const encrypted = needsPhone && encryptedData && iv ? { encryptedData, iv } : undefined;
      if (needsPhone && !encrypted)
        return answer(c, refused(errors.badRequest('encryptedData and iv are missing')));
      const account = await signIn.byProof({ loginCode, encrypted }, app, connection);
      if (!account.ok) return answer(c, account);
      return answer(
        c,
        ok({ ...userOf(account.value), token: await tokens.v2Token(account.value, app) }),
      );
    });
  }

  routes.post('/connections/social/wechat-miniprogram/getphone', async (c) => {
    const read = await readClientMessage(c, tenant, olderMessage);
    if (!read.ok) return answer(c, read);
    const { app, message } = read.value;
    const [connection] = tenant.connectionsOf(app);
    if (!connection) return answer(c, refused(errors.noSuchConnection));
    const session = await gateway.session(connection, message.code);
    if (!session.ok) return answer(c, session);
    const encrypted = { encryptedData: message.encryptedData ?? '', iv: message.iv ?? '' };
    return answer(c, gateway.decrypt(connection, encrypted, session.value));
  });

  return routes;
}
