import { describe, expect, test } from '@jest/globals';
import { clockMove } from '@mini-login/local-server/clock-move';
import { guardLocalServer } from '@mini-login/local-server/guard';
import { Hono } from 'hono';

const own = 'http://127.0.0.1:5180';
const app = new Hono()
  .use(guardLocalServer({ origins: () => [own, 'https://sandbox.example'] }))
  .all('*', async (c) => c.text(`did it with ${(await c.req.text()).length} bytes`));

function ask(method: string, headers: Record<string, string>, body?: string) {
  const size = body === undefined ? {} : { 'content-length': String(body.length) };
  return app.request('/do', {
    method,
    headers: { host: '127.0.0.1:5180', ...size, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

describe('a server on this machine answers', () => {
  test.each<[string, Record<string, string>]>([
    ['a tool', {}],
    ['by its other names', { host: 'localhost:5180' }],
    ['by the name that it was given', { host: 'sandbox.example' }],
    ['its own page', { origin: own, 'sec-fetch-site': 'same-origin' }],
    ['an address that was typed', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    [
      'a link from elsewhere',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    ],
  ])('%s', async (_name, headers) => {
    expect((await ask('GET', headers)).status).toBe(200);
  });

  test('a post with JSON, or with nothing', async () => {
    expect(
      (await ask('POST', { 'content-type': 'Application/JSON; charset=utf-8' }, '{}')).status,
    ).toBe(200);
    expect((await ask('POST', {})).status).toBe(200);
  });
});

describe('it refuses', () => {
  test.each<[string, number, string, Record<string, string>]>([
    ['a name that leads here without being ours', 403, 'GET', { host: 'rebound.example:5180' }],
    ['another port of this machine', 403, 'GET', { host: '127.0.0.1:5181' }],
    ['no host', 403, 'GET', { host: '' }],
    ["another site's page", 403, 'POST', { origin: 'https://evil.example' }],
    ['a page without an origin', 403, 'POST', { origin: 'null' }],
    ['a page of another server of this machine', 403, 'POST', { origin: 'http://127.0.0.1:9999' }],
    [
      'what another site embeds',
      403,
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
    [
      'a frame in another site',
      403,
      'GET',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
    [
      'a form that another site sends',
      403,
      'POST',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    ],
  ])('%s', async (_name, status, method, headers) => {
    const response = await ask(method, headers);
    expect([response.status, await response.json()]).toEqual([
      status,
      { error: expect.any(String) },
    ]);
  });

  test('what a page could send without asking', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      expect((await ask('POST', { 'content-type': type }, '{}')).status).toBe(415);
    }
    expect((await ask('POST', {}, '{}')).status).toBe(415);
  });

  test('more than a megabyte', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await ask('POST', json, 'x'.repeat(1024 * 1024))).status).toBe(200);
    expect((await ask('POST', json, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 367 * 86_400_000, '5'])(
  'a clock does not move by %s',
  (ms) => {
    expect(clockMove.safeParse({ ms }).success).toBe(false);
  },
);
