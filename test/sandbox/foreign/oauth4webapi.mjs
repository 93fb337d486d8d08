import * as oauth from 'oauth4webapi';
import { CONFIDENTIAL, finish, ISSUER, REDIRECT, SECRET, signIn } from './person.mjs';

const insecure = { [oauth.allowInsecureRequests]: true };
const issuer = new URL(ISSUER);
const as = await oauth.processDiscoveryResponse(
  issuer,
  await oauth.discoveryRequest(issuer, insecure),
);
const client = { client_id: CONFIDENTIAL };
const verifier = oauth.generateRandomCodeVerifier();
const nonce = oauth.generateRandomNonce();
const state = oauth.generateRandomState();
const address = new URL(as.authorization_endpoint ?? '');
address.search = new URLSearchParams({
  client_id: CONFIDENTIAL,
  redirect_uri: REDIRECT,
  response_type: 'code id_token',
  response_mode: 'form_post',
  scope: 'openid profile phone',
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  nonce,
  state,
}).toString();
// The hybrid flow: the id_token that comes along names the code's hash.
const { form } = await signIn(address);
const posted = new Request(REDIRECT, { method: 'POST', body: new URLSearchParams(form) });
const parameters = await oauth.validateCodeIdTokenResponse(
  ...[as, client, posted, nonce, state, undefined, insecure],
);
const response = await oauth.authorizationCodeGrantRequest(
  as,
  client,
  oauth.ClientSecretBasic(SECRET),
  parameters,
  REDIRECT,
  verifier,
  insecure,
);
const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
  expectedNonce: nonce,
  requireIdToken: true,
});
const { sub = '' } = oauth.getValidatedIdTokenClaims(tokens) ?? {};
const me = await oauth.userInfoRequest(as, client, tokens.access_token, insecure);
finish(await oauth.processUserInfoResponse(as, client, sub, me));
