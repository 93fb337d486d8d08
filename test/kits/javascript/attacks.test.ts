import { describe, expect, test } from '@jest/globals';
import {
  createLogin,
  createWebViewBridge,
  type NativeDelivery,
  type Outcome,
  reactNativeOpener,
  uniAppOpener,
  wordsFor,
} from '@mini-login/app';
import * as fc from 'fast-check';
import { AppPhone, modelServer } from './phone';

const signedIn = { ok: true, session: { token: 'session 1' } };

async function opened() {
  const model = modelServer(() => phone.clock);
  const phone: AppPhone = new AppPhone((url, init) => model.server(url, init));
  await phone.logIn();
  return { phone, ...model };
}

const trap = (): never => {
  throw new Error('a getter');
};

/** What native modules and other scripts can hand over in place of a delivery. */
function traps(): readonly unknown[] {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const list = Proxy.revocable([], {});
  list.revoke();
  return [
    ...[null, undefined, 0, 7n, Symbol('x'), 'text', [], {}, () => 'text'],
    { by: 'WXLaunchMiniProgram.Resp' },
    { by: 'WXLaunchMiniProgram.Resp', text: new String('text') },
    Object.defineProperty({ by: 'WXLaunchMiniProgram.Resp' }, 'text', { get: trap }),
    Object.defineProperty({ text: 'text' }, 'by', { get: trap }),
    new Proxy({}, { get: trap, has: trap, ownKeys: trap }),
    ...[revoked.proxy, list.proxy, { by: revoked.proxy, text: list.proxy }],
    Object.create(null),
  ];
}

describe('a delivery that is none, or throws when it is read, ends nothing', () => {
  test('whatever opener has it', async () => {
    const { phone, right } = await opened();
    for (const each of traps()) await phone.deliverRaw(each);
    expect(phone.outcome).toBeNull();
    await phone.deliver(right);
    expect(phone.outcome).toEqual(signedIn);
  });

  test('nobody who says how it came loses the text', async () => {
    const { phone, right } = await opened();
    await phone.deliverRaw({ by: 'extMsg', text: right });
    expect(phone.outcome).toEqual(signedIn);
  });

  test('React Native’s events', () => {
    const listeners: ((event: unknown) => void)[] = [];
    const opener = reactNativeOpener(
      { isWXAppInstalled: async () => true, launchMiniProgram: async () => undefined },
      {
        addListener: (_name, listener) => {
          listeners.push(listener);
          return { remove: () => undefined };
        },
      },
      { originalId: 'gh_0' },
    );
    const delivered: NativeDelivery[] = [];
    opener.onDelivery((delivery) => delivered.push(delivery));
    const event = Object.defineProperty({ type: 'WXLaunchMiniProgramReq.Resp' }, 'extMsg', {
      get: trap,
    });
    const strange = [event, { type: '__proto__' }, { type: 'constructor' }, { type: 'toString' }];
    for (const each of [...traps(), ...strange]) for (const listener of listeners) listener(each);
    expect(delivered).toEqual([]);
  });

  test('messages to a WebView', () => {
    const bridge = createWebViewBridge(() => undefined, { originalId: 'gh_0' });
    const delivered: unknown[] = [];
    bridge.opener.onDelivery((delivery) => delivered.push(delivery));
    for (const each of [...traps(), '{"__proto__":{"type":"delivery"}}', '[]', 'null'])
      bridge.receive(each);
    expect(delivered).toEqual([]);
  });

  test('what uni-app calls success with', async () => {
    let success: (text: unknown) => void = () => undefined;
    const opener = uniAppOpener(
      {
        getServices: (done) =>
          done([
            {
              id: 'weixin',
              nativeClient: true,
              launchMiniProgram: (_options, onSuccess) => {
                success = onSuccess;
              },
            },
          ]),
      },
      { originalId: 'gh_0' },
    );
    void opener.open('path');
    opener.onDelivery(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    for (const each of traps()) expect(() => success(each)).not.toThrow();
  });
});

test('a text that first comes in the way that does not count still counts in the other', async () => {
  const answers: string[] = [];
  const phone = new AppPhone(async (url, { body }) => {
    if (!url.endsWith('/answer'))
      return { status: 201, text: async () => '{"id":"x","path":"routes/explore?a=b"}' };
    const { by } = JSON.parse(body);
    answers.push(by);
    const refused = { code: 'unproven_delivery', message: 'no', pending: true };
    return by === 'WXLaunchMiniProgram.Resp'
      ? { status: 200, text: async () => '{"token":"session 1"}' }
      : { status: 401, text: async () => JSON.stringify({ error: refused }) };
  });
  await phone.logIn();
  phone.faults = ['request lost', 'request lost'];
  await phone.deliver('code=200&ticket=t', 'ShowMessageFromWX.Req');
  await phone.deliver('code=200&ticket=t', 'WXLaunchMiniProgram.Resp');
  await phone.wait(1_000);
  expect(phone.outcome).toEqual(signedIn);
});

test('a hundred deliveries before the app resumes do not push the true one out', async () => {
  const { phone, right } = await opened();
  const flood = Array.from({ length: 100 }, (_, count) => `forged ${count}`);
  await phone.restart([right, ...flood, ...Array.from({ length: 100 }, () => null)]);
  await phone.wait(1_000);
  expect(phone.outcome).toEqual(signedIn);
});

test('a clock that is set back while the system has ended the app loses nothing', async () => {
  const { phone, right } = await opened();
  phone.clock.jump(-3_600_000);
  await phone.restart();
  expect(phone.login.waiting).toBe(true);
  await phone.deliver(right);
  expect(phone.outcome).toEqual(signedIn);
});

test('a clock that jumps while the app waits ends nothing early', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 5 }),
      async (jumps) => {
        const { phone, right } = await opened();
        const begun = phone.clock.now();
        for (const jump of jumps) {
          phone.clock.jump(jump);
          await phone.deliver(null);
          expect(phone.outcome).toBeNull();
        }
        phone.clock.jump(begun - phone.clock.now());
        await phone.deliver(right);
        expect(phone.outcome).toEqual(signedIn);
      },
    ),
    { numRuns: 50 },
  );
});

/** One reply of a server, then the right ones. */
async function replyOnce(to: 'begin' | 'answer', status: number, body: string | null) {
  const model = modelServer(() => phone.clock);
  let isFirst = true;
  const phone: AppPhone = new AppPhone(async (url, init) => {
    const answer = await model.server(url, init);
    if (!isFirst || url.endsWith('/answer') !== (to === 'answer')) return answer;
    isFirst = false;
    const kept = await answer.text();
    return { status, text: () => Promise.resolve(body ?? kept) };
  });
  await phone.logIn();
  await phone.wait(2_000);
  if (to === 'answer') {
    await phone.deliver(model.right);
    await phone.wait(2_000);
  }
  return phone;
}

describe('the status of the server counts as much as its words', () => {
  test.each([201, 202, 204, 301, 302, 304, 307, 400, 404, 408, 429, 500, 502, 503])(
    '%i with a session is no session: the text is sent again',
    async (status) => {
      expect((await replyOnce('answer', status, null)).outcome).toEqual(signedIn);
    },
  );

  test.each([408, 429, 500, 502, 503, 504])(
    '%i to the beginning is tried again',
    async (status) => {
      const phone = await replyOnce('begin', status, null);
      expect([phone.opened.length, phone.outcome]).toEqual([1, null]);
    },
  );

  test.each([202, 204, 301, 302, 304, 307, 400, 401, 403, 404])(
    '%i with an id and a path opens nothing',
    async (status) => {
      const phone = await replyOnce('begin', status, null);
      expect(phone.opened).toEqual([]);
      expect(phone.outcome).toMatchObject({ ok: false, error: { code: 'server_failed' } });
    },
  );

  test('200 with a refusal, as some gateways make it, is the refusal', async () => {
    const body = '{"error":{"code":"network","message":"later","pending":true}}';
    const phone = await replyOnce('answer', 200, body);
    expect(phone.outcome).toBeNull();
  });

  test.each([
    ...['', 'null', '[]', '"text"', '{', '\ufeff{}', `${'['.repeat(100_000)}`],
    `{"error":${'{"error":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  ])('401 with what is no answer decides nothing', async (body) => {
    expect((await replyOnce('answer', 401, body)).outcome).toEqual(signedIn);
  });

  test.each([
    ...['{"id":7,"path":"p"}', '{"id":"x"}', '{"__proto__":{"id":"x","path":"p"}}', '{}', '[]'],
    '{"id":"","path":""}',
  ])('201 with %s opens nothing', async (body) => {
    expect((await replyOnce('begin', 201, body)).opened.length).toBeLessThanOrEqual(1);
    expect(Reflect.get({}, 'id')).toBeUndefined();
  });

  test.each(['1e999', '-1', '0', '"600"', 'null', 'true', '[]'])(
    'expires_in %s is ten minutes',
    async (seconds) => {
      const path = 'pages/login/login?v=1';
      const phone = await replyOnce(
        'begin',
        201,
        `{"id":"x","path":"${path}","expires_in":${seconds}}`,
      );
      await phone.wait(595_000);
      expect(phone.outcome).toBeNull();
      await phone.wait(5_000);
      expect(phone.outcome).toMatchObject({ error: { code: 'no_answer' } });
    },
  );
});

test('a fetch, a store and an opener that throw or hang end in an outcome with a code', async () => {
  const hang = () => new Promise<never>(() => undefined);
  const reject = () => Promise.reject(new Error('no'));
  const odd = fc.constantFrom<() => Promise<never>>(hang, reject, trap);
  await fc.assert(
    fc.asyncProperty(odd, odd, odd, async (store, open, answer) => {
      const begun = '{"id":"x","path":"pages/login/login?state=s"}';
      let asked = 0;
      const login = createLogin({
        server: 'http://127.0.0.1/wechat-login',
        clock: { now: () => 0, after: () => () => undefined },
        fetch: () => {
          asked += 1;
          return asked === 1 ? Promise.resolve({ status: 201, text: async () => begun }) : answer();
        },
        store: { get: store, set: store, remove: store },
        opener: { open, onDelivery: () => () => undefined },
      });
      const outcome: Promise<Outcome> = login.logIn();
      await new Promise((resolve) => setImmediate(resolve));
      login.cancel();
      expect(await outcome).toMatchObject({
        ok: false,
        error: {
          code: open === hang ? 'cancelled' : expect.stringMatching(/^(open_failed|cancelled)$/),
        },
      });
    }),
    { numRuns: 40 },
  );
});

test('words are there for every code and language that a program without types may give', async () => {
  const given = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString'));
  await fc.assert(
    fc.property(given, fc.oneof(fc.string(), fc.constantFrom('zh-Hans', 'ja')), (code, lang) => {
      expect(typeof wordsFor(code as 'unknown', lang)).toBe('string');
    }),
  );
  expect(wordsFor('unknown', 'zh-Hant-TW')).toMatch('登录');
  expect(wordsFor('unknown', 'en-GB')).toMatch('login');
});
