import { generateCodeVerifier, OAuth2Client } from '@badgateway/oauth2-client';
import { finish, ISSUER, PUBLIC, REDIRECT, signIn } from './person.mjs';

const client = new OAuth2Client({
  server: ISSUER,
  discoveryEndpoint: `${ISSUER}/.well-known/openid-configuration`,
  clientId: PUBLIC,
});
const codeVerifier = await generateCodeVerifier();
const asked = { redirectUri: REDIRECT, state: 'some-state', codeVerifier };
const scope = ['openid', 'profile', 'phone'];
const { url } = await signIn(await client.authorizationCode.getAuthorizeUri({ ...asked, scope }));
const { accessToken } = await client.authorizationCode.getTokenFromCodeRedirect(url, asked);
const me = await fetch(`${ISSUER}/me`, { headers: { authorization: `Bearer ${accessToken}` } });
finish(await me.json());
