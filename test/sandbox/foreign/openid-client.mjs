import * as client from 'openid-client';
import { finish, ISSUER, PUBLIC, REDIRECT, signIn } from './person.mjs';

const config = await client.discovery(new URL(ISSUER), PUBLIC, undefined, client.None(), {
  execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
});
const pkceCodeVerifier = client.randomPKCECodeVerifier();
const expectedState = client.randomState();
const expectedNonce = client.randomNonce();
const { url } = await signIn(
  client.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT,
    scope: 'openid profile phone offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    max_age: '60',
  }),
);
const checks = { pkceCodeVerifier, expectedState, expectedNonce, maxAge: 60 };
const tokens = await client.authorizationCodeGrant(config, new URL(url), checks);
const again = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
const { sub = '' } = tokens.claims() ?? {};
finish(await client.fetchUserInfo(config, again.access_token, sub));
