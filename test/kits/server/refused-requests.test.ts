import { describe, expect, test } from '@jest/globals';
import { by, useBackends } from './backends';

const { start } = useBackends();

describe('what is no login gets an error, and nothing else', () => {
  const unknown = `/wechat-login/${'x'.repeat(43)}/answer`;
  const long = 'x'.repeat(300_000);
  test.each([
    ['an unknown path', '/', {}, undefined, 404],
    ['an unknown login', unknown, { by, text: '' }, undefined, 404],
    ['a delivery of another kind', unknown, { by: 'mail', text: '' }, undefined, 400],
    ['a delivery without a text', unknown, { by }, undefined, 400],
    ['a list', '/wechat-login', [], undefined, 400],
    ['no JSON', '/wechat-login', '{', undefined, 400],
    ['a name twice', '/wechat-login', '{"lang":"en","lang":"ja"}', undefined, 400],
    [
      'a depth of 10,000',
      '/wechat-login',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      undefined,
      400,
    ],
    ['nothing', '/wechat-login', '', undefined, 400],
    ['a form', '/wechat-login', 'a=1', { 'content-type': 'text/plain' }, 415],
    ['a body without end', '/wechat-login', `{"lang":"${long}"}`, undefined, 413],
  ])('%s', async (_what, path, body, headers, status) => {
    expect(await start().post(path, body, headers)).toMatchObject({
      status,
      error: { code: expect.any(String) },
    });
  });

  test('a GET', async () => {
    expect((await start().backend(new Request('http://127.0.0.1/wechat-login'))).status).toBe(405);
  });
});
