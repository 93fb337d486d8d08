import {
  CodeChallengeMethod,
  decodeIdToken,
  generateCodeVerifier,
  generateState,
  OAuth2Client,
} from 'arctic';
import { finish, ISSUER, PUBLIC, REDIRECT, signIn } from './person.mjs';

const client = new OAuth2Client(PUBLIC, null, REDIRECT);
const verifier = generateCodeVerifier();
const address = client.createAuthorizationURLWithPKCE(
  `${ISSUER}/auth`,
  generateState(),
  CodeChallengeMethod.S256,
  verifier,
  ['openid', 'profile', 'phone'],
);
const { url } = await signIn(address);
const code = new URL(url).searchParams.get('code') ?? '';
const tokens = await client.validateAuthorizationCode(`${ISSUER}/token`, code, verifier);
finish(decodeIdToken(tokens.idToken()));
