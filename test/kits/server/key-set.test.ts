import { beforeEach, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { createKeySet } from '../../../kits/server/src/key-set';

let clock: { now: number };
let answer: () => unknown;
let fetches: number;
beforeEach(async () => {
  clock = { now: 1_000_000 };
  fetches = 0;
  const jwk = await exportJWK((await generateKeyPair('RS256')).publicKey);
  answer = () => ({ keys: [{ ...jwk, kid: 'one' }] });
});

function keySet() {
  return createKeySet('https://genauth.example/jwks.json', {
    now: () => clock.now,
    fetch: async () => {
      fetches += 1;
      return Response.json(answer());
    },
  });
}

test('many logins at a time ask once', async () => {
  const keys = keySet();
  const all = await Promise.all(Array.from({ length: 20 }, () => keys.candidates('one')));
  expect(all.map(({ length }) => length)).toEqual(Array.from({ length: 20 }, () => 1));
  expect(fetches).toBe(1);
});

test('a key that is not known is asked for at once, and made-up ones not without end', async () => {
  const keys = keySet();
  for (let count = 0; count < 9; count += 1)
    expect(await keys.candidates(`made up ${count}`)).toEqual([]);
  await expect(keys.candidates('made up')).rejects.toMatchObject({ error: { code: 'network' } });
  expect(fetches).toBe(10);
  expect(await keys.candidates('one')).toHaveLength(1);
  clock.now += 60_001;
  expect(await keys.candidates('made up')).toEqual([]);
});

test('a key that was withdrawn is not good for ever', async () => {
  const keys = keySet();
  expect(await keys.candidates('one')).toHaveLength(1);
  const jwk = await exportJWK((await generateKeyPair('RS256')).publicKey);
  answer = () => ({ keys: [{ ...jwk, kid: 'two' }] });
  clock.now += 600_001;
  expect(await keys.candidates('one')).toEqual([]);
});

test.each([[{}], [{ keys: 'no' }], [{ keys: [] }], [{ keys: [null, 7, { kty: 'EC' }] }]])(
  'what is no key set decides nothing: %j',
  async (body) => {
    answer = () => body;
    await expect(keySet().candidates('one')).rejects.toMatchObject({ error: { code: 'network' } });
  },
);
