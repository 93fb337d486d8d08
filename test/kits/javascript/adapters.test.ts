import { EventEmitter } from 'node:events';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createLogin,
  createWebViewBridge,
  type Opener,
  reactNativeOpener,
  uniAppOpener,
  uniFetch,
} from '@mini-login/app';
import { createBackend } from '@mini-login/server';
import type { PlusError } from '../../../kits/javascript/src/adapters/uni-app';
import { useBench } from '../../sandbox/helpers';
import { platformOf, play, registrationOf } from '../server/program';

const program = { originalId: 'gh_0123456789ab' };
const bench = useBench();
let server: { readonly url: string; close(): Promise<void> };
beforeAll(async () => {
  server = await startBackend();
});
afterAll(async () => {
  await server.close();
});

/** As docs/host-app.md serves it. */
async function startBackend() {
  const handler = createBackend({
    registration: registrationOf(bench),
    platform: platformOf(bench),
    contract: 'sealed',
    secret: 'a secret of this test, that is long enough',
    startSession: ({ who }) => Promise.resolve({ name: who.name }),
  });
  const listening = serve({ fetch: handler, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => void listening.once('listening', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('the backend got no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        listening.close(() => resolve());
        if ('closeAllConnections' in listening) listening.closeAllConnections();
      }),
  };
}

const logInWith = (opener: Opener) =>
  createLogin({ server: `${server.url}/wechat-login`, fetch, opener });
const signedIn = { ok: true, session: { name: '陈宇' } };

describe('React Native', () => {
  /** The library as it is on a phone: `answer` gets what was launched and sends the events. */
  function phone(
    answer: (path: string, send: (name: string, event: unknown) => void) => Promise<void>,
    installed = true,
  ) {
    const emitter = new EventEmitter();
    const launched: unknown[] = [];
    const wechat = {
      isWXAppInstalled: () => Promise.resolve(installed),
      async launchMiniProgram(request: {
        userName: string;
        miniProgramType: number;
        path: string;
      }) {
        launched.push({ ...request, path: request.path.split('?')[0] });
        await answer(request.path, (name, event) => emitter.emit(name, event));
        // Settles with the Resp only, so here never.
        await new Promise(() => undefined);
      },
    };
    const events = {
      addListener(name: string, listener: (event: unknown) => void) {
        emitter.on(name, listener);
        return { remove: () => void emitter.off(name, listener) };
      },
    };
    return { opener: reactNativeOpener(wechat, events, program), emitter, launched };
  }

  test.each([
    [
      'Resp',
      'WeChat_Resp',
      (text: string) => ({ type: 'WXLaunchMiniProgramReq.Resp', errCode: 0, extMsg: text }),
    ],
    [
      "Android's ShowMessageFromWX.Req",
      'WeChat_Resp',
      (text: string) => ({ type: 'SendMessageToWX.Resp', country: text }),
    ],
    [
      "iOS's LaunchFromWXReq",
      'WeChat_Req',
      (text: string) => ({ type: 'LaunchFromWX.Req', extMsg: text }),
    ],
  ])('the answer comes as %s', async (_way, name, event) => {
    const { opener, emitter, launched } = phone(async (path, send) =>
      send(name, event(await play(bench, path))),
    );
    const login = logInWith(opener);
    expect(await login.logIn('zh-CN')).toEqual(signedIn);
    login.close();
    expect(launched).toEqual([
      { userName: program.originalId, miniProgramType: 0, path: 'pages/login/login' },
    ]);
    expect(emitter.listenerCount('WeChat_Resp') + emitter.listenerCount('WeChat_Req')).toBe(0);
  });

  test('a forged answer, and an event of a share, change nothing', async () => {
    const { opener } = phone(async (path, send) => {
      send('WeChat_Resp', { type: 'SendMessageToWX.Resp' });
      send('WeChat_Resp', {
        type: 'WXLaunchMiniProgramReq.Resp',
        extMsg: '{"v":1,"state":"x","status":"ok"}',
      });
      send('WeChat_Resp', {
        type: 'WXLaunchMiniProgramReq.Resp',
        extMsg: await play(bench, path),
      });
    });
    expect(await logInWith(opener).logIn()).toEqual(signedIn);
  });

  test('null, undefined and a Resp with an error change nothing', async () => {
    const { opener } = phone(async (path, send) => {
      const right = await play(bench, path);
      for (const extMsg of [null, undefined, '', 7, {}])
        send('WeChat_Resp', { type: 'WXLaunchMiniProgramReq.Resp', errCode: 0, extMsg });
      send('WeChat_Resp', null);
      send('WeChat_Req', { type: 'LaunchFromWX.Req' });
      send('WeChat_Resp', { type: 'SendMessageToWX.Resp', country: null });
      send('WeChat_Resp', { type: 'WXLaunchMiniProgramReq.Resp', errCode: -1, extMsg: null });
      setImmediate(() =>
        send('WeChat_Resp', { type: 'WXLaunchMiniProgramReq.Resp', extMsg: right }),
      );
      const error = new Error('-1');
      error.name = 'WechatError';
      throw error;
    });
    expect(await logInWith(opener).logIn()).toEqual(signedIn);
  });

  test('without WeChat it says so', async () => {
    const { opener } = phone(() => Promise.resolve(), false);
    expect(await logInWith(opener).logIn()).toMatchObject({
      ok: false,
      error: { code: 'wechat_not_installed' },
    });
  });
});

describe('uni-app', () => {
  type Success = (text: unknown) => void;
  /** `plus.share` as it is on a phone. */
  function plus(
    launch: (path: string, success: Success, error: (error: PlusError) => void) => void,
    nativeClient = true,
  ) {
    const weixin = {
      id: 'weixin',
      nativeClient,
      launchMiniProgram: (
        options: { id: string; path: string; type: number },
        success: Success,
        error: (error: PlusError) => void,
      ) => {
        expect({ ...options, path: '' }).toEqual({ id: program.originalId, path: '', type: 0 });
        launch(options.path, success, error);
      },
    };
    const qq = { ...weixin, id: 'qq' };
    return uniAppOpener({ getServices: (success) => success([qq, weixin]) }, program);
  }

  test('the answer comes to the success callback', async () => {
    const opener = plus((path, success) => void play(bench, path).then(success));
    expect(await logInWith(opener).logIn()).toEqual(signedIn);
  });

  test('the answer comes as an object', async () => {
    const opener = plus(
      (path, success) => void play(bench, path).then((text) => success(JSON.parse(text))),
    );
    expect(await logInWith(opener).logIn()).toEqual(signedIn);
  });

  test('undefined, null and an empty text change nothing', async () => {
    const opener = plus((path, success) => {
      for (const nothing of [undefined, null, '', []]) success(nothing);
      void play(bench, path).then(success);
    });
    expect(await logInWith(opener).logIn()).toEqual(signedIn);
  });

  test('uniFetch is enough of a fetch', async () => {
    const fetchByUni = uniFetch(({ url, method, header, data, success, fail }) => {
      fetch(url, { method, headers: header, body: data }).then(
        async (response) => success({ statusCode: response.status, data: await response.text() }),
        (error) => fail({ errMsg: String(error) }),
      );
    });
    const opener = plus((path, success) => void play(bench, path).then(success));
    const login = createLogin({
      server: `${server.url}/wechat-login`,
      fetch: fetchByUni,
      opener,
    });
    expect(await login.logIn()).toEqual(signedIn);
  });

  test.each([
    ['WeChat is not there', plus(() => undefined, false), 'wechat_not_installed', /not installed/],
    [
      'the launch fails',
      plus((_path, _success, error) => error({ code: -8, message: 'not supported' })),
      'open_failed',
      /not supported/,
    ],
  ])('when %s it says so', async (_what, opener, code, words) => {
    const outcome = await logInWith(opener).logIn();
    expect(outcome).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(words) },
    });
  });
});

describe('a page in a WebView', () => {
  function bridge(native: (asked: Record<string, unknown>) => Promise<readonly unknown[]>) {
    const made = createWebViewBridge((message) => {
      void native(JSON.parse(message)).then((messages) => {
        for (const each of messages) made.receive(each);
      });
    }, program);
    return made.opener;
  }

  test('hands over what OpenSDK needs, and takes what it delivers', async () => {
    const opener = bridge(async ({ path, ...rest }) => {
      expect(rest).toEqual({ type: 'open', userName: program.originalId, miniProgramType: 0 });
      const by = 'WXLaunchMiniProgram.Resp';
      const text = await play(bench, String(path));
      return [
        null,
        'no JSON',
        { type: 'delivery', by, text: null },
        JSON.stringify({ type: 'delivery', by: 'mail', text: 'x' }),
        JSON.stringify({ type: 'delivery', by, text }),
      ];
    });
    expect(await logInWith(opener).logIn()).toEqual(signedIn);
  });

  test.each([
    [{ type: 'openFailed', code: 'wechat_not_installed' }, 'wechat_not_installed'],
    [{ type: 'openFailed' }, 'open_failed'],
  ])('says when it can not be opened: %j', async (message, code) => {
    const opener = bridge(() => Promise.resolve([message]));
    expect(await logInWith(opener).logIn()).toMatchObject({ ok: false, error: { code } });
  });
});
