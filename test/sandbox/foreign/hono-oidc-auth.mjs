import { getAuth, oidcAuthMiddleware, processOAuthCallback } from '@hono/oidc-auth';
import { Hono } from 'hono';
import { CONFIDENTIAL, finish, ISSUER, REDIRECT, SECRET, signIn } from './person.mjs';

Object.assign(process.env, {
  OIDC_AUTH_SECRET: 'a long, randomly-generated string stored in env',
  OIDC_ISSUER: ISSUER,
  OIDC_CLIENT_ID: CONFIDENTIAL,
  OIDC_CLIENT_SECRET: SECRET,
  OIDC_REDIRECT_URI: REDIRECT,
  OIDC_SCOPES: 'openid profile phone offline_access',
});
const app = new Hono();
app.get('/callback', (c) => processOAuthCallback(c));
app.use('*', oidcAuthMiddleware());
app.get('/', async (c) => c.json(await getAuth(c)));

const jar = new Map();
const visit = async (url) => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await app.request(new Request(new URL(url, REDIRECT), { headers: { cookie } }));
  for (const each of response.headers.getSetCookie()) {
    const [, name, value] = each.match(/^([^=]+)=([^;]*)/) ?? [];
    jar.set(name, value);
  }
  return response;
};
const { url } = await signIn((await visit('/')).headers.get('location') ?? '');
await visit(url);
finish(await (await visit('/')).json());
