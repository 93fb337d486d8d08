import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import jwksRsa from 'jwks-rsa';
import { finish, ISSUER, PUBLIC } from './person.mjs';

// What an API does with a token: it finds the key by discovery and checks.
const post = async (path, body, headers = {}) => {
  const response = await fetch(new URL(path, ISSUER), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
};
const message = await post('/sandbox/sign-in-message', { person: 'existing' });
const headers = { 'x-authing-app-id': PUBLIC };
const { data } = await post('/api/v3/signin-by-mobile', message, headers);
const response = await fetch(`${ISSUER}/.well-known/openid-configuration`);
const { issuer, jwks_uri } = await response.json();
const { payload } = await jwtVerify(data.id_token, createRemoteJWKSet(new URL(jwks_uri)), {
  issuer,
  audience: PUBLIC,
});
const { kid } = decodeProtectedHeader(data.id_token);
const found = await jwksRsa({ jwksUri: jwks_uri }).getSigningKey(kid);
finish({ sub: payload.sub, isSame: found.kid === kid && found.alg === 'RS256' });
