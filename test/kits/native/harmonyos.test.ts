import { describe, expect, jest, test } from '@jest/globals';
import {
  BegunLogin,
  DeliveredBy,
  type LoginServer,
  ServerAnswer,
  ServerLogin,
} from '../../../kits/harmonyos/library/src/main/ets/server-login';
import { answerFiles, textOf } from './deliveries';

/** A server of the app, and a clock that only waiting moves. */
function startLogin(answer: LoginServer['answer']) {
  let now = 0;
  const asked: string[] = [];
  const server: LoginServer = {
    begin: async () => new BegunLogin('an-id', 'pages/login/login?v=1', 600),
    answer: (id, by, text) => {
      asked.push(text);
      return answer(id, by, text);
    },
  };
  const wait = async (ms: number) => {
    now += ms;
  };
  return { login: new ServerLogin(server, wait, () => now), asked, now: () => now };
}

describe.each(answerFiles)('%s: an app whose server verifies', (_file, { vectors }) => {
  test.each(vectors.map((vector) => [vector.name, vector] as const))(
    'waits as long as it must: %s',
    async (_name, { deliveries }) => {
      // The server comes to the verdict of the vector; another test holds it to that.
      const verdicts = [...deliveries];
      let current = verdicts[0];
      const { login } = startLogin(async () => {
        const { ok, sub = '', code = '', pending = false } = current?.verdict ?? { ok: false };
        return ok ? ServerAnswer.signedIn(sub) : ServerAnswer.notSignedIn(code, pending);
      });
      await login.begin();
      let over = false;
      for (const delivery of deliveries) {
        current = delivery;
        const { verdict } = delivery;
        const by =
          delivery.by === 'WXLaunchMiniProgram.Resp' ? DeliveredBy.Resp : DeliveredBy.ShowMessage;
        const step = await login.receive(
          by,
          delivery.parts ? textOf(delivery) : handedOver(delivery),
        );
        if (over) expect(step.kind).toBe('waiting');
        else if (verdict.ok)
          expect(step).toMatchObject({ kind: 'signed-in', session: verdict.sub });
        else expect(step.kind).toBe(verdict.pending ? 'waiting' : 'not-signed-in');
        over ||= verdict.ok || verdict.pending === false;
        expect(login.isPending).toBe(!over);
      }
    },
  );
});

function handedOver({ text, value }: { text?: string | undefined; value?: unknown }): unknown {
  return text ?? value;
}

describe('an answer', () => {
  test.each([null, undefined, '', 0, {}, []])('is no %p, and that ends nothing', async (value) => {
    const { login, asked } = startLogin(async () => ServerAnswer.signedIn('session'));
    await login.begin();
    expect((await login.receive(DeliveredBy.Resp, value)).kind).toBe('waiting');
    expect([login.isPending, asked]).toEqual([true, []]);
    expect((await login.receive(DeliveredBy.Resp, 'the text')).kind).toBe('signed-in');
  });

  test('is sent again while the network is not back', async () => {
    let tries = 0;
    const { login, asked } = startLogin(async () => {
      tries += 1;
      if (tries < 5) throw new Error('socket closed');
      return ServerAnswer.signedIn('session');
    });
    await login.begin();
    expect((await login.receive(DeliveredBy.Resp, 'the text')).session).toBe('session');
    expect(asked).toEqual(['the text', 'the text', 'the text', 'the text', 'the text']);
  });

  test('is given up when the ten minutes are over, and not before', async () => {
    const { login, now } = startLogin(() => Promise.reject(new Error('no network')));
    await login.begin();
    expect(await login.receive(DeliveredBy.Resp, 'the text')).toMatchObject({
      kind: 'not-signed-in',
      code: 'network',
    });
    expect(now()).toBeGreaterThan(580_000);
    expect(now()).toBeLessThanOrEqual(600_000);
  });

  test('of a login that was cancelled, or replaced, changes nothing', async () => {
    const { login } = startLogin(async () => {
      login.cancel();
      return ServerAnswer.signedIn('session');
    });
    await login.begin();
    expect((await login.receive(DeliveredBy.Resp, 'the text')).kind).toBe('waiting');
    expect((await login.receive(DeliveredBy.Resp, 'the text')).kind).toBe('waiting');
  });
});

describe('WeChat', () => {
  class LaunchMiniProgramReq {}
  class LaunchMiniProgramResp {
    constructor(readonly extMsg?: string) {}
  }
  class LaunchFromWXReq {
    constructor(readonly message?: { messageExt?: string }) {}
  }
  const api = {
    isWXAppInstalled: jest.fn(() => true),
    sendReq: jest.fn(async (_context: unknown, _request: unknown) => true),
    handleWant: jest.fn(),
  };
  jest.mock(
    '@tencent/wechat_open_sdk',
    () => ({
      LaunchMiniProgramReq,
      LaunchMiniProgramResp,
      LaunchFromWXReq,
      WXAPIFactory: { createWXAPI: () => api },
    }),
    { virtual: true },
  );

  test('is asked with the SDK’s spelling, and hands over what it has', async () => {
    const { Wechat } = await import('../../../kits/harmonyos/library/src/main/ets/wechat');
    const delivered: unknown[] = [];
    const wechat = new Wechat('wx0', (...delivery) => delivered.push(delivery));
    const want = { uri: 'x' };
    wechat.handleWant(want);
    expect(api.handleWant).toHaveBeenCalledWith(want, wechat);
    expect(await wechat.openMiniProgram({ abilityInfo: null }, 'gh_0', 'a?b=c', 2)).toBe(true);
    expect(api.sendReq.mock.calls[0]?.[1]).toEqual({
      userName: 'gh_0',
      path: 'a?b=c',
      miniprogramType: 2,
    });
    const { onReq, onResp }: { onReq(r: unknown): void; onResp(r: unknown): void } = wechat;
    onResp(new LaunchMiniProgramResp('text'));
    onResp(new LaunchMiniProgramResp());
    onReq(new LaunchFromWXReq({ messageExt: 'button' }));
    onResp({});
    expect(delivered).toEqual([
      [DeliveredBy.Resp, 'text'],
      [DeliveredBy.Resp, undefined],
      [DeliveredBy.ShowMessage, 'button'],
    ]);
  });
});
