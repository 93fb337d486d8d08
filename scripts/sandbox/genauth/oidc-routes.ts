import { Hono } from 'hono';
import type { Env } from '../server';
import type { Parts } from './parts';

const AUTHING_TOKEN_GRANT = 'http://authing.cn/oidc/grant_type/authing_token';

/** The standard endpoints, with the standards' own errors and HTTP statuses. */
export function oidcRoutes({ tenant, tokens }: Parts): Hono<Env> {
  const routes = new Hono<Env>();
  const { issuer } = tokens;

  routes.get('/oidc/.well-known/openid-configuration', (c) =>
    c.json({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      revocation_endpoint: `${issuer}/token/revocation`,
      grant_types_supported: ['refresh_token', AUTHING_TOKEN_GRANT],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'phone', 'offline_access'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none'],
    }),
  );

  routes.get('/oidc/.well-known/jwks.json', (c) => c.json(tokens.keys.jwks));

  // https://www.rfc-editor.org/rfc/rfc6749#section-6
  routes.post('/oidc/token', async (c) => {
    const form = await readForm(c.req.header('content-type'), () => c.req.text());
    if (!form) return c.json({ error: 'invalid_request', error_description: 'the body must be form-encoded' }, 400);
    if (form.get('client_id') !== tenant.app.id) return c.json({ error: 'invalid_client' }, 401);
    if (form.has('client_secret')) {
      return c.json({ error: 'invalid_client', error_description: 'a public client must not send client_secret' }, 401);
    }
    switch (form.get('grant_type')) {
      case 'refresh_token': {
        const answer = await tokens.refresh(form.get('refresh_token') ?? '');
        return answer ? c.json(answer) : c.json({ error: 'invalid_grant' }, 400);
      }
      case AUTHING_TOKEN_GRANT: {
        const account = await tokens.accountOfV2Token(form.get('token') ?? '');
        if (!account) return c.json({ error: 'invalid_grant' }, 400);
        return c.json(await tokens.issue(account, form.get('scope') ?? undefined));
      }
      default:
        return c.json({ error: 'unsupported_grant_type' }, 400);
    }
  });

  // https://www.rfc-editor.org/rfc/rfc7009
  routes.post('/oidc/token/revocation', async (c) => {
    const form = await readForm(c.req.header('content-type'), () => c.req.text());
    if (!form?.has('token')) return c.json({ error: 'invalid_request' }, 400);
    if (form.get('client_id') !== tenant.app.id) return c.json({ error: 'invalid_client' }, 401);
    tokens.revoke(form.get('token') ?? '');
    return c.body(null, 200);
  });

  routes.get('/oidc/me', async (c) => {
    const bearer = await tokens.bearer(c.req.header('authorization'));
    if (!bearer) return c.json({ error: 'invalid_token' }, 401, { 'www-authenticate': 'Bearer error="invalid_token"' });
    return c.json(tokens.claims(bearer.account, bearer.scope));
  });

  return routes;
}

async function readForm(contentType: string | undefined, text: () => Promise<string>): Promise<URLSearchParams | undefined> {
  return contentType?.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(await text()) : undefined;
}
