import { EventEmitter } from 'node:events';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAppLogIn, type Opener } from '@mini-login/app';
import { createBackend } from '@mini-login/server';
import {
  reactNativeOpener,
  type WechatEvent,
} from '../../../kits/javascript/src/adapters/react-native';
import { type PlusError, uniAppOpener } from '../../../kits/javascript/src/adapters/uni-app';
import { type Bench, startBench } from '../../sandbox/helpers';
import { play, registrationOf, worldOf } from '../server/program';

const program = { originalId: 'gh_0123456789ab' };
let bench: Bench;
let server: { readonly url: string; close(): Promise<void> };
beforeAll(async () => {
  bench = await startBench();
  server = await startBackend();
});
beforeEach(() => bench.sandbox.reset());
afterAll(async () => {
  await server.close();
  await bench.sandbox.close();
});

/** As docs/host-app.md serves it. */
async function startBackend() {
  const handler = createBackend({
    registration: registrationOf(bench),
    world: worldOf(bench),
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

const logInWith = (opener: Opener) => createAppLogIn({ backend: server.url, fetch, opener });
const signedIn = { ok: true, session: { name: '陈宇' } };

describe('React Native', () => {
  /** The library as it is on a phone: `answer` gets what was launched and sends the events. */
  function phone(
    answer: (path: string, send: (name: string, event: WechatEvent) => void) => Promise<void>,
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
      addListener(name: string, listener: (event: WechatEvent) => void) {
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
    expect(await logInWith(opener).logIn('zh-CN')).toEqual(signedIn);
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

  test('without WeChat it says so', async () => {
    const { opener } = phone(() => Promise.resolve(), false);
    expect(await logInWith(opener).logIn()).toMatchObject({
      ok: false,
      error: { code: 'launch_failed' },
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

  test.each([
    ['WeChat is not there', plus(() => undefined, false), /not installed/],
    [
      'the launch fails',
      plus((_path, _success, error) => error({ code: -8, message: 'not supported' })),
      /not supported/,
    ],
  ])('when %s it says so', async (_what, opener, words) => {
    const outcome = await logInWith(opener).logIn();
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'launch_failed', message: expect.stringMatching(words) },
    });
  });
});

describe('any app', () => {
  const never: Opener = {
    open: () => new Promise(() => undefined),
    onDelivery: () => () => undefined,
  };

  test('a person who comes back without an answer can give up', async () => {
    const logIn = logInWith(never);
    const outcome = logIn.logIn();
    logIn.cancel();
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'user_cancelled' } });
  });

  test('a second login ends the first', async () => {
    const logIn = logInWith(never);
    const [first, second] = [logIn.logIn(), logIn.logIn()];
    expect(await first).toMatchObject({ error: { code: 'user_cancelled' } });
    logIn.cancel();
    expect(await second).toMatchObject({ error: { code: 'user_cancelled' } });
  });

  test('a backend that can not be reached is said', async () => {
    const offline = () => Promise.reject(new TypeError('no network'));
    const logIn = createAppLogIn({ backend: server.url, fetch: offline, opener: never });
    expect(await logIn.logIn()).toMatchObject({ ok: false, error: { code: 'launch_failed' } });
  });
});
