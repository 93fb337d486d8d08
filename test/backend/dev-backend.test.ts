import { beforeAll, describe, expect, test } from '@jest/globals';
import { brand } from '../../miniprogram/brand';
import { createDevBackend } from '../../scripts/backend/dev-backend';
import { useBench } from '../sandbox/helpers';

const bench = useBench();
let backend: Awaited<ReturnType<typeof createDevBackend>>;
beforeAll(async () => {
  backend = await createDevBackend({
    sandbox: bench.sandbox.genauth.url,
    contract: 'sealed',
    origins: () => ['http://127.0.0.1:8080'],
    brand,
  });
});

async function post(path: string, body: unknown) {
  const response = await backend(
    new Request(`http://127.0.0.1:8080${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: '127.0.0.1:8080' },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, ...(await response.json()) };
}

/** A whole login, as an app on an emulator has it: the outcome of each delivery. */
async function logIn(asked: Record<string, unknown>) {
  bench.sandbox.reset();
  const { id, path } = await post('/wechat-login', {});
  const played = await post('/play', { path, ...asked });
  expect(played).toMatchObject({ status: 200, text: expect.any(String) });
  const outcomes: Record<string, unknown>[] = [];
  for (const delivery of played.deliveries)
    outcomes.push(await post(`/wechat-login/${id}/answer`, delivery));
  return outcomes;
}

const refused = (code: string) => ({ status: 401, error: { code } });
const signedIn = (name: string) => ({ status: 200, person: { name } });

describe('POST /play is the real program', () => {
  test.each([
    ['new', {}, [signedIn('微信用户')]],
    ['existing', {}, [signedIn('陈宇')]],
    ['existing', { comes: 'twice' }, [signedIn('陈宇'), signedIn('陈宇')]],
    ['existing', { comes: 'button' }, [signedIn('陈宇')]],
    ['existing', { comes: 'forged' }, [refused('state_mismatch'), signedIn('陈宇')]],
    ['existing', { comes: 'late' }, [refused('too_late')]],
    ['existing', { does: 'cancel' }, [refused('user_cancelled')]],
    ['existing', { does: 'deny-phone' }, [refused('phone_denied')]],
    ['blocked', {}, [refused('account_blocked')]],
    ['locked', {}, [refused('account_locked')]],
    ['mfa', {}, [refused('needs_mfa')]],
    ['no-phone', {}, [refused('phone_unavailable')]],
  ])('%s %j', async (person, asked, outcomes) => {
    expect(await logIn({ person, ...asked })).toMatchObject(outcomes);
  });

  test('a launch that is wrong comes back as such', async () => {
    const path = 'pages/login/login?v=1&state=short';
    const { text } = await post('/play', { path, person: 'new' });
    expect(JSON.parse(text)).toMatchObject({ status: 'error', error: { code: 'launch_invalid' } });
  });

  test('an unknown person is said, with who there is', async () => {
    const { path } = await post('/wechat-login', {});
    const { status, error } = await post('/play', { path, person: 'nobody' });
    expect(status).toBe(400);
    expect(error).toMatch(/nobody/);
  });

  test('anything else is a wrong request', async () => {
    expect(await post('/play', { path: 7 })).toMatchObject({ status: 400 });
    expect(await post('/play', { path: '', comes: 'never' })).toMatchObject({ status: 400 });
  });
});

test('without a sandbox it says what to start', async () => {
  await expect(
    createDevBackend({
      sandbox: 'http://127.0.0.1:1',
      contract: 'sealed',
      origins: () => [],
      brand,
    }),
  ).rejects.toThrow(/npm run sandbox/);
});
