import { expect, test } from '@jest/globals';
import type { Phone } from '@mini-login/simulator';
import { origins, usePhones } from '../../fixtures/phones';

const phones = usePhones();
const { api } = origins;

/** What wx.request's callback got: of success or of fail. */
const request = (phone: Phone, params: object) =>
  phone.miniProgram.evaluate(
    `function (params) { return new Promise((resolve) => wx.request({ ...params, complete: (result) => resolve(result) })) }`,
    params,
  );

test('a request to a declared domain arrives where the environment says it is, and the answer is parsed', async () => {
  const phone = await phones.launched();
  expect(
    await request(phone, {
      url: `${api}/echo?a=1`,
      method: 'POST',
      data: { x: '中' },
      header: { 'X-Name': 'v' },
    }),
  ).toMatchObject({
    errMsg: 'request:ok',
    statusCode: 200,
    data: {
      method: 'POST',
      url: `${phones.environment.url}/echo?a=1`,
      body: '{"x":"中"}',
      header: { 'x-name': 'v', 'content-type': 'application/json' },
    },
  });
});

test.each([
  ['http', 'http://api.example.com/echo'],
  ['an undeclared domain', `${origins.undeclared}/echo`],
  ['a declared domain on another port', 'https://api.example.com:8443/echo'],
  ['an IP address', 'https://127.0.0.1/echo'],
  ['an IPv6 address', 'https://[::1]/echo'],
  ['localhost', 'https://localhost/echo'],
])('WeChat refuses %s, and the timeline says what to do', async (_, url) => {
  const phone = await phones.launched();
  expect(await request(phone, { url })).toEqual({
    errMsg: 'request:fail url not in domain list',
    errno: 600_002,
  });
  await phone.waitForEntry(
    (entry) => entry.kind === 'error' && entry.message.includes(new URL(url).origin),
  );
});

test.each([400, 404, 500])(
  'HTTP status %i is a success, and text that is no JSON stays text',
  async (status) => {
    const phone = await phones.launched();
    expect(await request(phone, { url: `${api}/status/${status}` })).toMatchObject({
      errMsg: 'request:ok',
      statusCode: status,
      data: '<html>not JSON</html>',
    });
  },
);

test('GET carries data in the query, a form is encoded, dataType and responseType decide what comes back', async () => {
  const phone = await phones.launched();
  expect(await request(phone, { url: `${api}/echo?a=1`, data: { b: '2 3' } })).toMatchObject({
    data: { url: `${phones.environment.url}/echo?a=1&b=2%203` },
  });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(
    await request(phone, { url: `${api}/echo`, method: 'POST', header: form, data: { a: 'x&y' } }),
  ).toMatchObject({
    data: { body: 'a=x%26y' },
  });
  expect(await request(phone, { url: `${api}/echo`, dataType: '其他' })).toMatchObject({
    data: expect.stringContaining('"method":"GET"'),
  });
  const bytes = await phone.miniProgram.evaluate(
    `function (url) { return new Promise((resolve) => wx.request({ url, responseType: 'arraybuffer', success: ({ data }) => resolve(data instanceof ArrayBuffer && data.byteLength > 10) })) }`,
    `${api}/echo`,
  );
  expect(bytes).toBe(true);
});

test('a redirect on the same domain is followed', async () => {
  const phone = await phones.launched();
  expect(await request(phone, { url: `${api}/redirect` })).toMatchObject({
    statusCode: 200,
    data: { url: `${phones.environment.url}/echo` },
  });
});

test('a declared domain that is nowhere fails, and the timeline says why', async () => {
  const phone = await phones.launched();
  expect(await request(phone, { url: `${origins.nowhere}/echo` })).toMatchObject({
    errMsg: expect.stringContaining('ERR_NAME_NOT_RESOLVED'),
  });
  await phone.waitForEntry((entry) => entry.kind === 'error' && entry.message.includes('hosts'));
});

test('offline, requests fail as on a phone without network, those under way too; back online they work', async () => {
  const phone = await phones.launched();
  const underWay = request(phone, { url: `${api}/held` });
  await phone.waitForEntry((entry) => entry.kind === 'http');
  await phone.network('offline');
  expect(await underWay).toMatchObject({
    errMsg: expect.stringMatching(/^request:fail errcode:-106 /),
  });
  expect(await request(phone, { url: `${api}/echo` })).toMatchObject({
    errMsg: expect.stringMatching(/^request:fail errcode:-106 /),
  });
  await expect(phone.miniProgram.callWxMethod('login')).rejects.toThrow('login:fail');
  await phone.network('online');
  expect(await request(phone, { url: `${api}/echo` })).toMatchObject({ statusCode: 200 });
});

test('the program is told when the network goes and comes', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.evaluate(
    'function () { wx.onNetworkStatusChange((status) => getApp().log.push(JSON.stringify(status))) }',
  );
  await phone.network('offline');
  expect(await phone.miniProgram.callWxMethod('getNetworkType')).toMatchObject({
    networkType: 'none',
  });
  expect(await phone.miniProgram.evaluate('function () { return getApp().log.slice(-1) }')).toEqual(
    ['{"isConnected":false,"networkType":"none"}'],
  );
});

test('a request times out on the phone clock', async () => {
  const phone = await phones.launched();
  const answer = request(phone, { url: `${api}/held`, timeout: 120_000 });
  await phone.waitForEntry((entry) => entry.kind === 'http');
  await phone.clock.advance(119_000 - 60_000);
  expect(phone.timeline().find((entry) => entry.kind === 'http')).not.toHaveProperty('error');
  await phone.clock.advance(62_000);
  expect(await answer).toEqual({ errMsg: 'request:fail timeout', errno: 5 });
});

test('an iPhone words what failed in its language; the numbers are the same', async () => {
  const phone = await phones.launched({
    device: { language: 'ja' },
    misbehave: { wording: 'localized' },
  });
  const answer = request(phone, { url: `${api}/held`, timeout: 1_000 });
  await phone.waitForEntry((entry) => entry.kind === 'http');
  await phone.clock.advance(1_000);
  expect(await answer).toEqual({
    errMsg: 'request:fail 要求がタイムアウトになりました。',
    errno: 5,
  });
  await phone.network('offline');
  expect(await request(phone, { url: `${api}/echo` })).toEqual({
    errMsg: 'request:fail インターネット接続がオフラインのようです。',
    errno: 600_001,
  });
});

test('an older client gives no errno', async () => {
  const phone = await phones.launched({ network: 'offline', misbehave: { errno: 'missing' } });
  expect(await request(phone, { url: `${api}/echo` })).not.toHaveProperty('errno');
});

test('where the owner has forgotten the request domains, a declared host fails with 600002', async () => {
  const phone = await phones.launched({ misbehave: { domains: 'forgotten' } });
  expect(await request(phone, { url: `${api}/echo` })).toEqual({
    errMsg: 'request:fail url not in domain list',
    errno: 600_002,
  });
});

test('a request under way when the program is suspended is interrupted: 600003', async () => {
  const phone = await phones.launched();
  await phone.miniProgram.evaluate(
    `function (url) { wx.request({ url, fail: (error) => getApp().log.push(error) }) }`,
    `${api}/held`,
  );
  await phone.waitForEntry((entry) => entry.kind === 'http');
  await phone.background();
  await phone.clock.advance(5_000);
  await phone.foreground();
  expect(await phone.miniProgram.evaluate('function () { return getApp().log }')).toContainEqual({
    errMsg: 'request:fail interrupted',
    errno: 600_003,
  });
});

test('abort ends a request', async () => {
  const phone = await phones.launched();
  const answer = await phone.miniProgram.evaluate(
    `function (url) { return new Promise((resolve) => { const task = wx.request({ url, complete: resolve }); setTimeout(() => task.abort(), 50) }) }`,
    `${api}/held`,
  );
  expect(answer).toMatchObject({ errMsg: 'request:fail abort' });
});

test('a slow network takes 3 s of the phone clock', async () => {
  const phone = await phones.launched({ network: 'slow' });
  const answer = request(phone, { url: `${api}/echo` });
  await phone.waitForEntry((entry) => entry.kind === 'http');
  await phone.clock.advance(3_000);
  expect(await answer).toMatchObject({ statusCode: 200 });
  const http = phone.timeline().find((entry) => entry.kind === 'http');
  expect(http?.kind === 'http' && (http.ms ?? 0)).toBeGreaterThanOrEqual(3_000);
});

test('at most 10 requests are under way at once; the others wait', async () => {
  const phone = await phones.launched();
  const { held } = phones.environment;
  held.splice(0);
  await phone.miniProgram.evaluate(
    `function (url) { for (let i = 0; i < 12; i += 1) wx.request({ url, success: () => getApp().log.push('answered') }) }`,
    `${api}/held`,
  );
  const page = await phone.miniProgram.currentPage();
  await page.waitFor(() => held.length === 10);
  // One round trip more: an 11th would have arrived with it.
  await phone.miniProgram.callWxMethod('login');
  expect(held).toHaveLength(10);
  held.shift()?.();
  held.shift()?.();
  await page.waitFor(() => held.length === 10);
  for (const answer of held) answer();
  await page.waitFor(async () => {
    const log = await phone.miniProgram.evaluate('function () { return getApp().log }');
    return Array.isArray(log) && log.filter((line) => line === 'answered').length === 12;
  });
});

test('an exchange is on the timeline with both bodies', async () => {
  const phone = await phones.launched();
  await request(phone, { url: `${api}/echo`, method: 'POST', data: { a: 1 } });
  expect(phone.timeline().find((entry) => entry.kind === 'http')).toMatchObject({
    from: 'program',
    method: 'POST',
    url: `${api}/echo`,
    requestBody: { a: 1 },
    status: 200,
    responseBody: { body: '{"a":1}' },
  });
});
