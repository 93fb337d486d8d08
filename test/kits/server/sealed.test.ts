import { beforeEach, describe, expect, test } from '@jest/globals';
import { calculateJwkThumbprint } from 'jose';
import {
  codeOf,
  type GenauthDouble,
  keyOf,
  logIn,
  okResult,
  queryOf,
  receive,
  registration,
  seal,
  startDouble,
} from './double';

let double: GenauthDouble;
beforeEach(async () => {
  double = await startDouble();
});

type Query = Readonly<Record<string, string>>;

/** What the program seals for a launch. */
async function contentFor({ state }: Query) {
  const consent = { agreements: [], at: new Date(double.clock.now).toISOString() };
  const at = new Date(double.clock.now).toISOString();
  return {
    v: 1,
    state,
    app: registration.appId,
    at,
    session: await double.session('anna'),
    consent,
  };
}

/** What the app makes of a sealed content in which something is different. */
async function conclude(change: Record<string, unknown>) {
  return logIn(double.app, 'sealed', async (query) =>
    okResult(query.state, {
      sealed: await seal({ ...(await contentFor(query)), ...change }, keyOf(query)),
    }),
  );
}

test('what was sealed with the key of this launch is opened', async () => {
  const conclusion = await logIn(double.app, 'sealed', async (query) =>
    okResult(query.state, { sealed: await seal(await contentFor(query), keyOf(query)) }),
  );
  expect(conclusion).toMatchObject({ ok: true, who: { id: 'anna' } });
  expect(conclusion.checks[1]).toMatchObject({ id: 'seal' });
});

test('each launch has a key of its own', async () => {
  const [first, second] = [await double.app.begin('sealed'), await double.app.begin('sealed')];
  expect(keyOf(queryOf(first.path))).not.toEqual(keyOf(queryOf(second.path)));
  expect(Object.keys(keyOf(queryOf(first.path)))).toEqual(['kty', 'crv', 'x', 'y']);
});

describe('refused with its own reason:', () => {
  test('an answer that is not sealed', async () => {
    const open = async ({ state }: Query) =>
      okResult(state, { session: await double.session('anna') });
    expect(codeOf(await logIn(double.app, 'sealed', open))).toBe('not_sealed');
  });

  test('what was sealed with the key of another launch', async () => {
    const other = queryOf((await double.app.begin('sealed')).path);
    const sealed = await seal(await contentFor(other), keyOf(other));
    expect(
      codeOf(await logIn(double.app, 'sealed', ({ state }) => okResult(state, { sealed }))),
    ).toBe('seal_mismatch');
  });

  test('what was sealed with another key and says that it was ours', async () => {
    const other = queryOf((await double.app.begin('sealed')).path);
    const conclusion = await logIn(double.app, 'sealed', async (query) => {
      const kid = await calculateJwkThumbprint(keyOf(query));
      return okResult(query.state, {
        sealed: await seal(await contentFor(query), keyOf(other), { kid }),
      });
    });
    expect(codeOf(conclusion)).toBe('seal_broken');
  });

  test.each([
    ['the state of another launch', { state: 'x'.repeat(43) }],
    ['no state', { state: undefined }],
    ['another application', { app: '65f0c0ffee65f0c0ffee65f1' }],
    ['another version', { v: 2 }],
    ['a time before the launch', { at: '2026-01-15T08:00:00.699Z' }],
    ['no time', { at: undefined }],
  ])('a content with %s', async (_what, change) => {
    expect(codeOf(await conclude(change))).toBe('seal_mismatch');
  });

  test('a content that was changed on the way', async () => {
    const conclusion = await logIn(double.app, 'sealed', async (query) => {
      const [head, , iv, ciphertext = '', tag] = (
        await seal(await contentFor(query), keyOf(query))
      ).split('.');
      const changed = `${ciphertext.startsWith('A') ? 'B' : 'A'}${ciphertext.slice(1)}`;
      return okResult(query.state, { sealed: [head, '', iv, changed, tag].join('.') });
    });
    expect(codeOf(conclusion)).toBe('seal_broken');
  });

  test('a text that is no JWE', async () => {
    expect(
      codeOf(
        await logIn(double.app, 'sealed', ({ state }) => okResult(state, { sealed: 'sealed' })),
      ),
    ).toBe('seal_broken');
  });

  test('a weaker encryption', async () => {
    const conclusion = await logIn(double.app, 'sealed', async (query) =>
      okResult(query.state, {
        sealed: await seal(await contentFor(query), keyOf(query), { enc: 'A128CBC-HS256' }),
      }),
    );
    expect(codeOf(conclusion)).toBe('seal_broken');
  });
});

test('nothing outside of the seal is believed', async () => {
  const mallory = await double.session('mallory');
  const { path } = await double.app.begin('sealed');
  const query = queryOf(path);
  const sealed = await seal(await contentFor(query), keyOf(query));
  expect(
    await receive(double.app, okResult(query.state, { sealed, session: mallory })),
  ).toMatchObject({ who: { id: 'anna' } });
});
