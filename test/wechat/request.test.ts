import { describe, expect, test } from '@jest/globals';
import { type RequestAnswer, sendRequest } from '../../miniprogram/wechat/request';
import { installWx, pending } from './fake-wx';

const request = {
  method: 'POST',
  url: 'https://core.genauth.ai/api/v3/signin-by-mobile',
  headers: { 'x-authing-app-id': '65f0c0ffee65f0c0ffee65f0' },
  body: { connection: 'wechat' },
  timeoutMs: 10_000,
} as const;

function send() {
  const { calls, call } = pending();
  installWx({ request: call });
  const answers: RequestAnswer[] = [];
  sendRequest(request, (answer) => answers.push(answer));
  return { call: calls[0], answers };
}

describe('one HTTPS exchange', () => {
  test('goes out as JSON, with the headers as given and the deadline', () => {
    expect(send().call?.options).toMatchObject({
      url: request.url,
      method: 'POST',
      header: request.headers,
      data: '{"connection":"wechat"}',
      timeout: 10_000,
      redirect: 'manual',
    });
  });

  test('answers the parsed body whatever the status', () => {
    const { call, answers } = send();
    call?.succeed({ statusCode: 500, data: '{"statusCode":500}' });
    expect(answers).toEqual([
      { kind: 'responded', response: { status: 500, body: { statusCode: 500 } } },
    ]);
  });

  test('answers a page of HTML as the text it is', () => {
    const { call, answers } = send();
    call?.succeed({ statusCode: 200, data: '<html>' });
    expect(answers).toEqual([{ kind: 'responded', response: { status: 200, body: '<html>' } }]);
  });

  test.each([
    ['request:fail timeout', 'timeout', undefined],
    [
      'request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT',
      'timeout',
      undefined,
    ],
    ['request:fail ', 'network', undefined],
    ['request:fail interrupted', 'interrupted', undefined],
    ['request:fail 请求超时', 'timeout', undefined],
    ['request:fail something', 'timeout', 5],
    ['request:fail url not in domain list', 'domain', undefined],
    ['request:fail something', 'domain', 600_002],
    ['request:fail timeout', 'interrupted', 600_003],
  ])('%s is a failure by %s (errno %s)', (errMsg, reason, errno) => {
    const { call, answers } = send();
    call?.fail({ errMsg, ...(errno === undefined ? {} : { errno }) });
    expect(answers).toEqual([{ kind: 'failed', reason }]);
  });

  test.each(['windows', 'mac', 'ohos_pc', 'linux'])(
    'carries no code where a redirect is followed (%s)',
    (platform) => {
      const { calls, call } = pending();
      installWx({ request: call, getDeviceInfo: () => ({ platform }) });
      const answers: RequestAnswer[] = [];
      sendRequest(request, (answer) => answers.push(answer));
      expect(calls).toEqual([]);
      expect(answers).toEqual([{ kind: 'failed', reason: 'redirects' }]);
      sendRequest({ ...request, method: 'GET' }, () => undefined);
      expect(calls).toHaveLength(1);
    },
  );

  test.each(['ios', 'android', 'ohos', 'devtools', ''])('goes out on %s', (platform) => {
    const { calls, call } = pending();
    installWx({ request: call, getDeviceInfo: () => ({ platform }) });
    sendRequest(request, () => undefined);
    expect(calls).toHaveLength(1);
  });

  test('never leaves without TLS', () => {
    installWx({ request: () => expect('a request').toBe('not sent') });
    expect(() =>
      sendRequest({ ...request, url: 'http://core.genauth.ai/' }, () => undefined),
    ).toThrow('only https');
  });
});
