import { generators, Issuer } from 'openid-client-v5';
import { CONFIDENTIAL, finish, ISSUER, PUBLIC, REDIRECT, SECRET, signIn } from './person.mjs';

// The version that most programs still have: every response type, with and without a secret.
const issuer = await Issuer.discover(ISSUER);
const subs = new Set();
let who;
for (const client of [
  { client_id: PUBLIC, token_endpoint_auth_method: 'none' },
  { client_id: CONFIDENTIAL, client_secret: SECRET },
  {
    client_id: CONFIDENTIAL,
    client_secret: SECRET,
    token_endpoint_auth_method: 'client_secret_post',
  },
]) {
  for (const response_type of ['code', 'id_token', 'code id_token', 'id_token token']) {
    const hasCode = response_type.includes('code');
    const { Client } = issuer;
    const rp = new Client({
      ...client,
      redirect_uris: [REDIRECT],
      response_types: [response_type],
    });
    const code_verifier = generators.codeVerifier();
    const checks = { response_type, state: generators.state(), nonce: generators.nonce() };
    const address = rp.authorizationUrl({
      ...checks,
      scope: 'openid profile phone offline_access',
      ...(response_type === 'code' ? {} : { response_mode: 'form_post' }),
      ...(hasCode && {
        code_challenge: generators.codeChallenge(code_verifier),
        code_challenge_method: 'S256',
      }),
    });
    const { url, form } = await signIn(address);
    const tokens = await rp.callback(REDIRECT, form ?? rp.callbackParams(url), {
      ...checks,
      ...(hasCode && { code_verifier }),
    });
    subs.add(tokens.claims().sub);
    if (tokens.access_token) who = await rp.userinfo(tokens);
    if (tokens.refresh_token) await rp.revoke((await rp.refresh(tokens)).refresh_token);
  }
}
finish({ ...who, people: subs.size });
