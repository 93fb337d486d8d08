import { describe, expect, test } from '@jest/globals';
import {
  CHALLENGE,
  CONFIDENTIAL,
  type Fields,
  NATIVE,
  OTHER,
  SECRET,
  useAuthorizing,
} from './authorizing';

/* From RFC 6749, 7636, 9207, 9700 and OpenID Connect Core; nothing here looks at the code. */

const { bench, at, codeFor, exchange } = useAuthorizing();

describe('a code', () => {
  test.each<[string, Fields]>([
    ['another redirect_uri', { redirect_uri: NATIVE }],
    ['no redirect_uri', { redirect_uri: undefined }],
    ['no verifier', { code_verifier: undefined }],
    ['another verifier', { code_verifier: 'w'.repeat(43) }],
    ['the challenge as verifier', { code_verifier: CHALLENGE }],
    ['a short verifier', { code_verifier: 'v' }],
    ['another client', { client_id: OTHER }],
  ])('is not exchanged with %s, and goes on working', async (_name, fields) => {
    const code = await codeFor();
    expect(await exchange(code, fields)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect((await exchange(code)).status).toBe(200);
  });

  test('works once; the second time ends what the first one got', async () => {
    const code = await codeFor({ scope: 'openid offline_access' });
    const { body } = await exchange(code);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const headers = { authorization: `Bearer ${body.access_token}` };
    expect((await fetch(at('/oidc/me'), { headers })).status).toBe(401);
    const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
    expect(await exchange('', refresh)).toMatchObject({ body: { error: 'invalid_grant' } });
  });

  test('lives ten minutes', async () => {
    const code = await codeFor();
    bench.clock.advance(600_000);
    expect(await exchange(code)).toMatchObject({ body: { error: 'invalid_grant' } });
  });

  describe('of a client with a secret', () => {
    const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined };
    const confidential = { client_id: CONFIDENTIAL };
    const basic = (secret: string) => ({
      authorization: `Basic ${btoa(`${CONFIDENTIAL}:${encodeURIComponent(secret)}`)}`,
    });

    test('needs it, in the body or by Basic', async () => {
      const code = await codeFor(confidential);
      const none = await exchange(code, confidential);
      expect(none).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
      const wrong = await exchange(code, confidential, basic('wrong'));
      expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
      expect((await exchange(code, { client_id: undefined }, basic(SECRET))).status).toBe(200);
      const other = await codeFor(confidential);
      const inBody = { ...confidential, client_secret: SECRET };
      expect((await exchange(other, inBody)).status).toBe(200);
    });

    // RFC 9700, section 4.8.2
    test('may come without PKCE, and then takes no verifier', async () => {
      const code = await codeFor({ ...confidential, ...withoutPkce });
      const shown = { ...confidential, client_secret: SECRET };
      expect(await exchange(code, shown)).toMatchObject({ body: { error: 'invalid_grant' } });
      expect((await exchange(code, { ...shown, code_verifier: undefined })).status).toBe(200);
    });
  });
});
