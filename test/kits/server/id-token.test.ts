import { beforeEach, describe, expect, test } from '@jest/globals';
import { createHostApp } from '@mini-login/server';
import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import {
  codeOf,
  type GenauthDouble,
  issuer,
  logIn,
  okResult,
  registration,
  startDouble,
} from './double';

let double: GenauthDouble;
beforeEach(async () => {
  double = await startDouble();
});

/** What the app makes of a session in which something is different. */
async function conclude(claims: JWTPayload, change: Record<string, unknown> = {}) {
  return logIn(double.app, 'session', async ({ state }) =>
    okResult(state, { session: { ...(await double.session('anna', claims)), ...change } }),
  );
}
const reason = async (claims: JWTPayload, change?: Record<string, unknown>) =>
  codeOf(await conclude(claims, change));
const seconds = () => Math.floor(double.clock.now / 1000);

test('an id_token that verifies signs in, and the app says what it checked', async () => {
  expect(await conclude({})).toMatchObject({
    ok: true,
    who: { id: 'anna' },
    tokens: { access_token: 'access-token-of-anna' },
    checks: [
      { id: 'state', detail: 'as sent' },
      { id: 'signature', detail: 'RS256, key k1' },
      { id: 'issuer', detail: issuer },
      { id: 'audience', detail: registration.appId },
      { id: 'expiry' },
      { id: 'issued', detail: '2026-01-15T08:00:00.000Z' },
      { id: 'access_token', detail: `${issuer}/me` },
    ],
  });
});

test('the public keys are fetched once for many logins', async () => {
  await conclude({});
  await conclude({});
  expect(double.asked).toEqual(['/.well-known/jwks.json', '/me', '/me']);
});

describe('refused with its own reason:', () => {
  test('a signature of somebody else', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const claims = {
      iss: issuer,
      aud: registration.appId,
      sub: 'anna',
      iat: seconds(),
      exp: seconds() + 60,
    };
    expect(await reason({}, { id_token: await double.sign(claims, privateKey) })).toBe(
      'signature_invalid',
    );
  });

  test('another algorithm', async () => {
    const id_token = await new SignJWT({ sub: 'anna' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new Uint8Array(32));
    expect(await reason({}, { id_token })).toBe('signature_invalid');
  });

  test('no signature at all', async () => {
    const id_token = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"anna"}')}.`;
    expect(await reason({}, { id_token })).toBe('signature_invalid');
  });

  test.each(['not a token', 'a.b.c'])('%p', async (id_token) => {
    expect(await reason({}, { id_token })).toBe('signature_invalid');
  });

  test('another issuer', async () => {
    expect(await reason({ iss: 'https://core.genauth.ai.example/oidc' })).toBe('issuer_mismatch');
  });

  test('another audience', async () => {
    expect(await reason({ aud: '65f0c0ffee65f0c0ffee65f1' })).toBe('audience_mismatch');
  });

  test('another authorized party', async () => {
    expect(await reason({ azp: '65f0c0ffee65f0c0ffee65f1' })).toBe('audience_mismatch');
  });

  test('several audiences without an authorized party', async () => {
    expect(await reason({ aud: [registration.appId, 'other'] })).toBe('audience_mismatch');
  });

  test('a token that has expired', async () => {
    expect(await reason({ exp: seconds() - 1 })).toBe('token_expired');
  });

  test('a token from before the launch', async () => {
    expect(await reason({ iat: seconds() - 1 })).toBe('token_too_old');
  });

  test('a token without a time', async () => {
    const id_token = await double.sign({
      iss: issuer,
      aud: registration.appId,
      sub: 'anna',
      exp: seconds() + 60,
    });
    expect(await reason({}, { id_token })).toBe('time_invalid');
  });

  test('the nonce of another launch', async () => {
    expect(await reason({ nonce: 'x'.repeat(43) })).toBe('nonce_mismatch');
  });

  test("another person's access token", async () => {
    double.people.set('access-token-of-mallory', { sub: 'mallory' });
    expect(await reason({}, { access_token: 'access-token-of-mallory' })).toBe(
      'access_token_mismatch',
    );
  });

  test("another person's access token, by at_hash", async () => {
    expect(await reason({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' })).toBe('access_token_mismatch');
    expect(double.asked).not.toContain('/me');
  });

  test('an access token that GenAuth does not know', async () => {
    expect(await reason({}, { access_token: 'made-up' })).toBe('access_token_mismatch');
  });

  test('no access token', async () => {
    expect(await reason({}, { access_token: '' })).toBe('access_token_missing');
  });
});

describe('taken:', () => {
  test('an id_token for us among others, when we are the authorized party', async () => {
    expect(await reason({ aud: [registration.appId, 'other'], azp: registration.appId })).toBe(
      'signed in',
    );
  });

  test('a token of the second in which the launch was made', async () => {
    // The launch was at .700 of it; `iat` knows no fractions.
    expect(await reason({ iat: seconds() })).toBe('signed in');
  });

  test('the nonce of this launch', async () => {
    const conclusion = await logIn(double.app, 'session', async ({ state, nonce }) =>
      okResult(state, { session: await double.session('anna', { nonce }) }),
    );
    expect(conclusion.checks).toContainEqual({ id: 'nonce', detail: 'as sent' });
  });

  test('an access token that fits at_hash, without asking anybody', async () => {
    // printf access-token-of-anna | openssl dgst -sha256 -binary | head -c 16 | basenc --base64url
    const conclusion = await conclude({ at_hash: 'QoakBg7LCPmWj7AdRM8TEg' });
    expect(conclusion.checks).toContainEqual({ id: 'access_token', detail: 'at_hash' });
    expect(double.asked).not.toContain('/me');
  });

  test('a token that is older by what the clocks may differ', async () => {
    double = await startDouble({ clockToleranceS: 5 });
    expect(await reason({ iat: seconds() - 5 })).toBe('signed in');
    expect(await reason({ iat: seconds() - 6 })).toBe('token_too_old');
  });
});

test('keys that can not be read are the network, not a forgery', async () => {
  const offline = () => Promise.reject(new TypeError('no network'));
  const app = createHostApp(registration, { fetch: offline, now: () => double.clock.now });
  const conclusion = await logIn(app, 'session', async ({ state }) =>
    okResult(state, { session: await double.session('anna') }),
  );
  expect(codeOf(conclusion)).toBe('network');
});
