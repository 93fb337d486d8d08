import { createDecipheriv } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { useBench } from './helpers';

const bench = useBench();

describe("WeChat's client", () => {
  test('lists the people who can hold the phone', async () => {
    const people = await (await fetch(`${bench.sandbox.wechat.url}/client/people`)).json();
    expect(people).toContainEqual(
      expect.objectContaining({ id: 'new', name: '林夏', phone: '19900001001' }),
    );
    expect(people).toContainEqual(expect.objectContaining({ id: 'no-phone', phone: null }));
    expect(people).toContainEqual(expect.objectContaining({ id: 'abroad', phone: '+85260001001' }));
  });

  test("learns the program's privacy contract", async () => {
    const { url, program } = bench.sandbox.wechat;
    const answer = await (await fetch(`${url}/client/privacy?appid=${program.appid}`)).json();
    expect(answer).toEqual({
      privacyContractName: '《小程序隐私保护指引》',
      text: expect.any(String),
      declared: ['phoneNumber'],
      needAuthorization: true,
    });
  });

  test.each([
    ['an unknown program', { appid: 'wx0', person: 'new' }, 'wx0123456789abcdef'],
    ['an unknown person', { appid: 'wx0123456789abcdef', person: 'nobody' }, 'existing'],
    ['a call without a person', { appid: 'wx0123456789abcdef' }, 'person'],
  ])('is told what is wrong about %s', async (_name, body, named) => {
    expect((await bench.wechat('/client/login', body)).error).toContain(named);
  });
});

describe('getPhoneNumber', () => {
  test('encrypts under the session_key of the last wx.login, with a watermark', async () => {
    const loginCode = await bench.loginCode('new');
    const { encryptedData = '', iv = '', purePhoneNumber } = await bench.phoneNumber('new');
    const { appid, secret } = bench.sandbox.wechat.program;
    const query = new URLSearchParams({
      appid,
      secret,
      js_code: loginCode,
      grant_type: 'authorization_code',
    });
    const { session_key = '' } = await bench.wechat(`/sns/jscode2session?${query}`);
    const aes = createDecipheriv(
      'aes-128-cbc',
      Buffer.from(session_key, 'base64'),
      Buffer.from(iv, 'base64'),
    );
    const plain = aes.update(encryptedData, 'base64', 'utf8') + aes.final('utf8');
    expect(JSON.parse(plain)).toEqual({
      phoneNumber: '19900001001',
      purePhoneNumber,
      countryCode: '86',
      watermark: { timestamp: bench.clock.now() / 1000, appid },
    });
  });

  test('without a bound number says so in Chinese, as WeChat does', async () => {
    expect(await bench.phoneNumber('no-phone')).toEqual({
      errMsg: expect.stringMatching(/^getPhoneNumber:fail .*绑定/),
    });
  });

  test('counts down what is paid for', async () => {
    const { program } = bench.sandbox.wechat;
    program.phoneQuota = 2;
    expect(await bench.phoneNumber('new')).toHaveProperty('code');
    expect(await bench.phoneNumber('existing')).toHaveProperty('code');
    expect(await bench.phoneNumber('new')).toMatchObject({ errno: 1400001 });
    expect(program.phoneQuota).toBe(0);
  });

  test('out of quota: 1400001; not permitted: 102', async () => {
    const { program } = bench.sandbox.wechat;
    program.phoneService = 'no-quota';
    expect(await bench.phoneNumber('new')).toMatchObject({ errno: 1400001 });
    program.phoneService = 'not-permitted';
    expect(await bench.phoneNumber('new')).toMatchObject({
      errno: 102,
      errMsg: expect.stringContaining('no permission'),
    });
  });
});

describe("WeChat's servers", () => {
  test('keep the access token for two hours, then want a new one', async () => {
    const first = await token();
    expect(await token()).toEqual(first);
    bench.clock.advance(7200_000);
    const { code } = await bench.phoneNumber('new');
    expect(
      await bench.wechat(`/wxa/business/getuserphonenumber?access_token=${first.access_token}`, {
        code,
      }),
    ).toMatchObject({
      errcode: 42001,
    });
    expect((await token()).access_token).not.toBe(first.access_token);
  });

  test('give a new stable token only when told to, and let the old one work for 5 minutes', async () => {
    const first = await token();
    const second = await token({ force_refresh: true });
    expect(second.access_token).not.toBe(first.access_token);
    expect(await token()).toEqual(second);
    bench.clock.advance(5 * 60_000 - 1);
    expect(await asksWith(first.access_token)).toBe(40029);
    bench.clock.advance(1);
    expect(await asksWith(first.access_token)).toBe(42001);
    expect(await asksWith(second.access_token)).toBe(40029);
  });

  test('force a stable token 20 times a day, not more often', async () => {
    for (let count = 0; count < 20; count += 1) await token({ force_refresh: true });
    expect(await token({ force_refresh: true })).toMatchObject({ errcode: 45009 });
    bench.clock.advance(24 * 3600_000);
    expect(await token({ force_refresh: true })).toMatchObject({ expires_in: 7200 });
  });

  test('give another token each time by the older call, apart from the stable one', async () => {
    const stable = await token();
    const { appid, secret } = bench.sandbox.wechat.program;
    const older = () =>
      bench.wechat(
        `/cgi-bin/token?${new URLSearchParams({ appid, secret, grant_type: 'client_credential' })}`,
      );
    const first = await older();
    expect((await older()).access_token).not.toBe(first.access_token);
    expect(await asksWith(first.access_token)).toBe(40029);
    expect(await token()).toEqual(stable);
  });

  test('let one of 100 have a code that all spend at once', async () => {
    const js_code = await bench.loginCode('new');
    const { appid, secret } = bench.sandbox.wechat.program;
    const query = new URLSearchParams({ appid, secret, js_code, grant_type: 'authorization_code' });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => bench.wechat(`/sns/jscode2session?${query}`)),
    );
    expect(answers.filter(({ openid }) => openid !== undefined)).toHaveLength(1);
    expect(answers.filter(({ errcode }) => Number(errcode) === 40163)).toHaveLength(99);
  });

  test('know nothing more of a code that is over', async () => {
    const js_code = await bench.loginCode('new');
    const { appid, secret } = bench.sandbox.wechat.program;
    const query = new URLSearchParams({ appid, secret, js_code, grant_type: 'authorization_code' });
    await bench.wechat(`/sns/jscode2session?${query}`);
    expect(await bench.wechat(`/sns/jscode2session?${query}`)).toMatchObject({ errcode: 40163 });
    bench.clock.advance(5 * 60_000);
    expect(await bench.wechat(`/sns/jscode2session?${query}`)).toMatchObject({ errcode: 40029 });
  });

  test('take a phone code once', async () => {
    const { access_token } = await token();
    const { code } = await bench.phoneNumber('new');
    const path = `/wxa/business/getuserphonenumber?access_token=${access_token}`;
    expect(await bench.wechat(path, { code })).toMatchObject({ errcode: 0 });
    expect(await bench.wechat(path, { code })).toMatchObject({ errcode: 40163 });
  });

  test('give a person one openid for a program, whoever asks', async () => {
    const { appid, secret } = bench.sandbox.wechat.program;
    const openids: (string | undefined)[] = [];
    for (const person of ['new', 'new', 'existing']) {
      const js_code = await bench.loginCode(person);
      const query = new URLSearchParams({
        appid,
        secret,
        js_code,
        grant_type: 'authorization_code',
      });
      openids.push((await bench.wechat(`/sns/jscode2session?${query}`)).openid);
    }
    expect(openids[0]).toMatch(/^o[\w-]{27}$/);
    expect(openids[1]).toBe(openids[0]);
    expect(openids[2]).not.toBe(openids[0]);
  });

  function token(change: Record<string, unknown> = {}) {
    const { appid, secret } = bench.sandbox.wechat.program;
    return bench.wechat('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid,
      secret,
      ...change,
    });
  }

  /** What WeChat says about this token: 40029 when the token is fine and the code is not. */
  async function asksWith(accessToken = '') {
    const answer = await bench.wechat(
      `/wxa/business/getuserphonenumber?access_token=${accessToken}`,
      { code: 'x' },
    );
    return answer.errcode;
  }
});

describe('a web page of somebody else', () => {
  const url = (path: string) => `${bench.sandbox.wechat.url}${path}`;
  const caller = () =>
    JSON.stringify({ appid: bench.sandbox.wechat.program.appid, person: 'existing' });

  test.each<[string, Record<string, string>, number]>([
    ['by its origin', { origin: 'https://evil.example' }, 403],
    ['without an origin of its own', { origin: 'null' }, 403],
    ['by what the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
    ['by a body that needs no leave', { 'content-type': 'text/plain' }, 415],
  ])('gets no code: told %s', async (_name, headers, status) => {
    for (const path of ['/client/login', '/client/phone-number']) {
      const response = await fetch(url(path), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: caller(),
      });
      expect(response.status).toBe(status);
      expect(await response.json()).not.toHaveProperty('code');
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test("learns nobody's name, and reads no answer of WeChat's servers", async () => {
    const headers = { origin: 'https://evil.example' };
    expect((await fetch(url('/client/people'), { headers })).status).toBe(403);
    const token = await fetch(url('/cgi-bin/token'), { headers });
    expect(token.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('does not get in by a name that leads here', async () => {
    const { port } = new URL(bench.sandbox.wechat.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.end(
          'GET /client/people HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n',
        ),
      );
      let received = '';
      socket.on('data', (data) => {
        received += String(data);
      });
      socket.on('end', () => resolve(received));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
  });
});
