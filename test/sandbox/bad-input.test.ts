import { connect } from 'node:net';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { useBench } from './helpers';

const SIGN_IN = '/api/v3/signin-by-mobile';
const bench = useBench();
const terminal = {
  stdout: jest.spyOn(process.stdout, 'write'),
  stderr: jest.spyOn(console, 'error'),
};
afterEach(async () => {
  // Whatever came in, the sandbox goes on and says nothing on the terminal.
  expect(await bench.signIn('existing')).toMatchObject({ statusCode: 200 });
  expect(terminal.stdout).not.toHaveBeenCalled();
  expect(terminal.stderr).not.toHaveBeenCalled();
});

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${bench.sandbox.genauth.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-authing-app-id': bench.sandbox.genauth.tenant.app.id,
      ...headers,
    },
    body,
  });

describe('GenAuth refuses in its own envelope', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  interface Wrong {
    readonly path: string;
    readonly body: string;
    readonly headers?: Record<string, string>;
    readonly status: number;
    readonly answer: Record<string, unknown>;
  }
  test.each<[string, Wrong]>([
    [
      'malformed JSON',
      { path: SIGN_IN, body: '{"connection":', status: 200, answer: { statusCode: 400 } },
    ],
    [
      'malformed JSON, v2',
      { path: '/api/v2/udvs/get', body: '{', status: 200, answer: { code: 400 } },
    ],
    [
      'another media type',
      {
        path: SIGN_IN,
        body: '{}',
        headers: { 'content-type': 'text/plain' },
        status: 200,
        answer: { statusCode: 400 },
      },
    ],
    [
      'JSON that is no object',
      { path: SIGN_IN, body: '[1]', status: 200, answer: { statusCode: 400 } },
    ],
    [
      'an unknown path',
      { path: '/api/v3/nothing', body: '{}', status: 404, answer: { statusCode: 404 } },
    ],
    [
      'an unknown path, v2',
      { path: '/api/v2/nothing', body: '{}', status: 404, answer: { code: 404 } },
    ],
    [
      'an unknown path, OIDC',
      { path: '/oidc/nothing', body: '', status: 404, answer: { error: 'invalid_request' } },
    ],
    [
      'a wrong method',
      { path: '/api/v3/get-profile', body: '{}', status: 405, answer: { statusCode: 405 } },
    ],
    [
      'a wrong method, v2',
      { path: '/api/v2/users/me', body: '{}', status: 405, answer: { code: 405 } },
    ],
    [
      '10 MB',
      {
        path: SIGN_IN,
        body: 'x'.repeat(10 * 1024 * 1024),
        status: 413,
        answer: { statusCode: 413 },
      },
    ],
    [
      '10 MB, OIDC',
      {
        path: '/oidc/token',
        body: 'x'.repeat(10 * 1024 * 1024),
        headers: form,
        status: 413,
        answer: { error: 'invalid_request' },
      },
    ],
    [
      'a form that says something twice',
      {
        path: '/oidc/token',
        body: 'client_id=a&client_id=b',
        headers: form,
        status: 400,
        answer: { error: 'invalid_request' },
      },
    ],
  ])('%s', async (_name, { path, body, headers = {}, status, answer }) => {
    const response = await post(path, body, headers);
    expect([response.status, await response.json()]).toMatchObject([status, answer]);
  });

  test('a GET where a POST is wanted, and says what is allowed', async () => {
    const response = await fetch(`${bench.sandbox.genauth.url}${SIGN_IN}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a code as long as a body may be: the code is wrong, and WeChat was reached', async () => {
    const code = 'é'.repeat(400_000);
    const message = {
      connection: 'wechat_mini_program_code',
      extIdpConnidentifier: 'harbor-wechat',
      wechatMiniProgramCodePayload: { code },
    };
    expect(await bench.genauth(SIGN_IN, message)).toMatchObject({
      statusCode: 602,
      message: expect.stringContaining('40029'),
    });
  });
});

test('a body without end: 413, before it has ended', async () => {
  const { hostname, port } = new URL(bench.sandbox.genauth.url);
  const socket = connect(Number(port), hostname);
  const answer = await new Promise<string>((resolve, reject) => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    socket.write(
      `POST ${SIGN_IN} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(17)}`,
    );
    socket.once('data', (data) => resolve(String(data)));
    socket.once('error', reject);
  });
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1.1 413/);
});

test('an upload that breaks off is in the journal as one without an answer', async () => {
  const { hostname, port } = new URL(bench.sandbox.genauth.url);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(
    `POST ${SIGN_IN} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a":`,
  );
  // Something else has gone there and back, so the beginning has arrived.
  await fetch(`${bench.sandbox.genauth.url}/api/v3/system`);
  socket.destroy();
  const broken = () =>
    bench.sandbox.journal.all().find(({ path, status }) => path === SIGN_IN && status === 0);
  while (broken() === undefined) await fetch(`${bench.sandbox.genauth.url}/api/v3/system`);
});

describe('WeChat refuses with its own numbers', () => {
  const appid = 'wx0123456789abcdef';
  const secret = 'sandbox-app-secret';
  test.each<[string, string, string | undefined, number]>([
    [
      'no AppID',
      `/sns/jscode2session?secret=${secret}&js_code=x&grant_type=authorization_code`,
      undefined,
      41002,
    ],
    [
      'no secret',
      `/sns/jscode2session?appid=${appid}&js_code=x&grant_type=authorization_code`,
      undefined,
      41004,
    ],
    [
      'no code',
      `/sns/jscode2session?appid=${appid}&secret=${secret}&grant_type=authorization_code`,
      undefined,
      41008,
    ],
    [
      'another grant',
      `/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=x&grant_type=password`,
      undefined,
      40002,
    ],
    ['a token without a grant', `/cgi-bin/token?appid=${appid}&secret=${secret}`, undefined, 40002],
    ['an empty post', '/cgi-bin/stable_token', '', 44002],
    ['malformed JSON', '/cgi-bin/stable_token', '{', 47001],
    ['another kind of value', '/cgi-bin/stable_token', '{"grant_type":1}', 47001],
    ['a GET for a POST', '/cgi-bin/stable_token', undefined, 43002],
    ['a POST for a GET', '/sns/jscode2session', '{}', 43001],
    ['an unknown path', '/cgi-bin/nothing', undefined, 40066],
    ['too much', '/cgi-bin/stable_token', 'x'.repeat(2 * 1024 * 1024), 45002],
  ])('%s: %d', async (_name, path, body, errcode) => {
    const init = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(`${bench.sandbox.wechat.url}${path}`, init);
    expect([response.status, await response.json()]).toMatchObject([200, { errcode }]);
  });
});
