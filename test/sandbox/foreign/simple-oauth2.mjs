import { AuthorizationCode } from 'simple-oauth2';
import { CONFIDENTIAL, finish, ISSUER, REDIRECT, SECRET, signIn } from './person.mjs';

const { origin } = new URL(ISSUER);
const client = new AuthorizationCode({
  client: { id: CONFIDENTIAL, secret: SECRET },
  auth: { tokenHost: origin, tokenPath: '/oidc/token', authorizePath: '/oidc/auth' },
});
const scope = 'openid profile phone offline_access';
const { url } = await signIn(client.authorizeURL({ redirect_uri: REDIRECT, scope, state: 's' }));
const code = new URL(url).searchParams.get('code');
const first = await client.getToken({ code, redirect_uri: REDIRECT });
const { token } = await first.refresh();
const me = await fetch(`${ISSUER}/me`, {
  headers: { authorization: `Bearer ${token.access_token}` },
});
finish(await me.json());
