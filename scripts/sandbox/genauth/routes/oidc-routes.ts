import { type Context, Hono } from 'hono';
import type { App } from '../../contract/tenant';
import type { Env } from '../../http';
import { authenticateClient } from '../client';
import type { Parts } from '../parts';
import { SUPPORTED_SCOPES } from '../tokens';
import { errors, type Result, refused } from './answer';
import { readForm, tokenOf } from './request';

const AUTHING_TOKEN_GRANT = 'http://authing.cn/oidc/grant_type/authing_token';

/** The standard endpoints, with the standards' own errors and HTTP statuses. */
export function oidcRoutes(parts: Parts): Hono<Env> {
  const { tenant, tokens } = parts;
  const routes = new Hono<Env>();
  const form = (c: Context<Env>) => readClientForm(c, parts);

  // Only what is there: nobody signs in by redirection here, so there is no authorization endpoint.
  routes.get('/oidc/.well-known/openid-configuration', (c) => {
    const { issuer } = tokens;
    const methods = ['none', 'client_secret_post', 'client_secret_basic'];
    return c.json({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      revocation_endpoint: `${issuer}/token/revocation`,
      introspection_endpoint: `${issuer}/token/introspection`,
      end_session_endpoint: `${issuer}/session/end`,
      grant_types_supported: ['refresh_token', AUTHING_TOKEN_GRANT],
      response_types_supported: [],
      scopes_supported: SUPPORTED_SCOPES,
      claims_supported: ['sub', 'nickname', 'updated_at', 'phone_number', 'phone_number_verified'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: methods,
      revocation_endpoint_auth_methods_supported: methods,
      introspection_endpoint_auth_methods_supported: methods,
    });
  });

  routes.get('/oidc/.well-known/jwks.json', (c) => c.json(tokens.keys.jwks));

  // https://www.rfc-editor.org/rfc/rfc6749#section-6
  routes.post('/oidc/token', async (c) => {
    const read = await form(c);
    if (!read.ok) return refuse(c, read);
    const { app, fields } = read.value;
    const grantType = fields.get('grant_type');
    switch (grantType) {
      case 'refresh_token': {
        const answer = await tokens.refresh(
          fields.get('refresh_token') ?? '',
          app,
          fields.get('scope'),
        );
        return typeof answer === 'string' ? c.json({ error: answer }, 400) : c.json(answer);
      }
      case AUTHING_TOKEN_GRANT: {
        // The v2 login's token, or an id_token, which the JavaScript SDK exchanges by the same
        // grant.
        const token = fields.get('token') ?? '';
        const owner = (await tokens.ownerOfV2Token(token)) ?? (await tokens.ownerOfIdToken(token));
        if (owner?.app.id !== app.id) return c.json({ error: 'invalid_grant' }, 400);
        return c.json(await tokens.grant(owner.account, app, fields.get('scope')));
      }
      case undefined:
        return c.json(
          { error: 'invalid_request', error_description: 'grant_type is missing' },
          400,
        );
      default:
        return c.json({ error: 'unsupported_grant_type' }, 400);
    }
  });

  // https://www.rfc-editor.org/rfc/rfc7009
  routes.post('/oidc/token/revocation', async (c) => {
    const read = await form(c);
    if (!read.ok) return refuse(c, read);
    const token = read.value.fields.get('token');
    if (token === undefined)
      return c.json({ error: 'invalid_request', error_description: 'token is missing' }, 400);
    await tokens.revoke(token, read.value.app);
    return c.body(null, 200);
  });

  // https://www.rfc-editor.org/rfc/rfc7662
  routes.post('/oidc/token/introspection', async (c) => {
    const read = await form(c);
    if (!read.ok) return refuse(c, read);
    const { app, fields } = read.value;
    const token = fields.get('token');
    if (token === undefined)
      return c.json({ error: 'invalid_request', error_description: 'token is missing' }, 400);
    const claims = await tokens.introspect(token, app);
    return c.json(
      claims
        ? { ...claims, active: true, client_id: app.id, token_type: 'Bearer' }
        : { active: false },
    );
  });

  // https://openid.net/specs/openid-connect-core-1_0.html#UserInfoRequest
  routes.on(['GET', 'POST'], '/oidc/me', async (c) => {
    const fields = c.req.method === 'POST' ? await readForm(c) : undefined;
    const token = tokenOf(c, fields);
    if (token === undefined)
      return c.json({ error: 'invalid_token' }, 401, { 'www-authenticate': 'Bearer' });
    const owner = await tokens.ownerOf(token);
    if (!owner)
      return c.json({ error: 'invalid_token' }, 401, {
        'www-authenticate': 'Bearer error="invalid_token"',
      });
    return c.json(tokens.claims(owner.account, owner.scope));
  });

  // https://openid.net/specs/openid-connect-rpinitiated-1_0.html
  routes.get('/oidc/session/end', async (c) => {
    const {
      id_token_hint: hint = '',
      client_id,
      post_logout_redirect_uri: target,
      state,
    } = c.req.query();
    const claims = await tokens.idToken(hint);
    const app = tenant.apps.get(client_id ?? (typeof claims?.aud === 'string' ? claims.aud : ''));
    if (!target)
      return c.html('<!doctype html><title>Logged out</title><p>You are logged out.</p>');
    if (!app?.logoutRedirects.includes(target)) {
      const error_description = 'post_logout_redirect_uri is not registered for this application';
      return c.json({ error: 'invalid_request', error_description }, 400);
    }
    const url = new URL(target);
    if (state) url.searchParams.set('state', state);
    return c.redirect(url.href);
  });

  return routes;
}

/**
 * A form from an application that has shown who it is: by `client_id`, by header or by
 * `Authorization: Basic`.
 */
async function readClientForm(
  c: Context<Env>,
  { tenant }: Parts,
): Promise<Result<{ readonly app: App; readonly fields: ReadonlyMap<string, string> }>> {
  const fields = await readForm(c);
  if (!fields) return refused(errors.badRequest('the body must be form-encoded, each field once'));
  const app = authenticateClient(c, tenant, {
    client_id: fields.get('client_id'),
    client_secret: fields.get('client_secret'),
  });
  return app.ok ? { ok: true, value: { app: app.value, fields } } : app;
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
function refuse(c: Context<Env>, { error }: Extract<Result<unknown>, { ok: false }>) {
  const error_description = error.message.en;
  if (error.statusCode === 400 && error !== errors.appIdMissing) {
    return c.json({ error: 'invalid_request', error_description }, 400);
  }
  const challenge = { 'www-authenticate': 'Basic realm="GenAuth"' };
  return c.json({ error: 'invalid_client', error_description }, 401, challenge);
}
