import { type Context, Hono } from 'hono';
import type { Env } from '../../base/http';
import { RESPONSE_MODES, RESPONSE_TYPES } from '../authorize/request';
import { claimsOf, SUPPORTED_SCOPES } from '../claims';
import type { GenAuthServices } from '../services';
import { readClientForm, refuseClient as refuse } from './client-form';
import { readForm, tokenOf } from './request';
import { AUTHING_TOKEN_GRANT, tokenRoute } from './token-route';

const CLAIMS = [
  ...['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce'],
  ...['nickname', 'updated_at', 'phone_number', 'phone_number_verified'],
];
/** The standard endpoints, with the standards' own errors and HTTP statuses. */
export function oidcRoutes(services: GenAuthServices): Hono<Env> {
  const { tenant, tokens } = services;
  const routes = new Hono<Env>();
  const form = (c: Context<Env>) => readClientForm(c, services);

  // https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata
  routes.get('/oidc/.well-known/openid-configuration', (c) => {
    const { issuer } = tokens;
    const methods = ['none', 'client_secret_post', 'client_secret_basic'];
    return c.json({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      revocation_endpoint: `${issuer}/token/revocation`,
      introspection_endpoint: `${issuer}/token/introspection`,
      end_session_endpoint: `${issuer}/session/end`,
      grant_types_supported: [
        'authorization_code',
        'implicit',
        'refresh_token',
        AUTHING_TOKEN_GRANT,
      ],
      response_types_supported: RESPONSE_TYPES,
      response_modes_supported: RESPONSE_MODES,
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      // Left out, these two would count as supported.
      request_uri_parameter_supported: false,
      request_parameter_supported: false,
      claims_parameter_supported: false,
      ui_locales_supported: ['en', 'zh-CN'],
      scopes_supported: SUPPORTED_SCOPES,
      claims_supported: CLAIMS,
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: methods,
      revocation_endpoint_auth_methods_supported: methods,
      introspection_endpoint_auth_methods_supported: methods,
    });
  });

  routes.get('/oidc/.well-known/jwks.json', (c) => c.json(tokens.keys.jwks));

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
    return c.json(claimsOf(owner.account, owner.scope));
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

  return routes.route('/', tokenRoute(services));
}
