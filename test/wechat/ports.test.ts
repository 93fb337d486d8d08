import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Effect } from '../../miniprogram/login/effect';
import type { Event } from '../../miniprogram/login/event';
import { createPorts } from '../../miniprogram/wechat/ports';
import { installAsyncRequire, installWx, pending } from './fake-wx';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Performs one effect on a WeChat with these functions, and collects what is sent back. */
function perform(effect: Effect, functions: Readonly<Record<string, unknown>>): Event[] {
  installWx(functions);
  const events: Event[] = [];
  createPorts((event) => events.push(event))(effect);
  return events;
}

describe('a login code', () => {
  test('arrives with the attempt it was asked for', () => {
    const { calls, call } = pending();
    const events = perform({ type: 'fetchLoginCode', attempt: 3 }, { login: call });
    calls[0]?.succeed({ code: 'c0de' });
    expect(events).toEqual([{ type: 'loginCodeArrived', attempt: 3, code: 'c0de' }]);
  });

  test.each([
    ['login:fail timeout', 'timeout'],
    ['login:fail network error', 'network'],
    ['login:fail system error', 'wechat_failed'],
    ['login:fail', 'wechat_failed'],
    ['login:fail url not in domain list', 'wechat_failed'],
    ['login:fail api minute-quota reach limit 45011', 'wechat_failed'],
    ['login:fail 请求超时', 'timeout'],
    ['login:fail 請求逾時', 'timeout'],
    ['login:fail タイムアウト', 'timeout'],
  ])('that failed with "%s" is told as %s', (errMsg, code) => {
    const { calls, call } = pending();
    const events = perform({ type: 'fetchLoginCode', attempt: 1 }, { login: call });
    calls[0]?.fail({ errMsg });
    expect(events).toEqual([
      {
        type: 'loginCodeFailed',
        attempt: 1,
        failure: { code, message: 'wx.login failed', detail: errMsg },
      },
    ]);
  });

  test('that WeChat leaves empty is a failure, not an empty code', () => {
    const { calls, call } = pending();
    const events = perform({ type: 'fetchLoginCode', attempt: 1 }, { login: call });
    calls[0]?.succeed({ code: '' });
    expect(events).toMatchObject([{ type: 'loginCodeFailed' }]);
  });
});

describe("WeChat's privacy contract", () => {
  test('is read with its name', () => {
    const { calls, call } = pending();
    const events = perform({ type: 'readPrivacy', attempt: 2 }, { getPrivacySetting: call });
    calls[0]?.succeed({ needAuthorization: true, privacyContractName: '《指引》' });
    expect(events).toEqual([
      { type: 'privacyRead', attempt: 2, needsAuthorization: true, contractName: '《指引》' },
    ]);
  });

  test('is left unknown by a WeChat that cannot say', () => {
    const { calls, call } = pending();
    const events = perform({ type: 'readPrivacy', attempt: 2 }, { getPrivacySetting: call });
    calls[0]?.fail({ errMsg: 'getPrivacySetting:fail' });
    expect(events).toEqual([]);
  });
});

describe('going back to the app', () => {
  test('hands the result over as it is', () => {
    const { calls, call } = pending();
    const events = perform(
      { type: 'goBack', attempt: 1, extraData: '{"v":1}' },
      { navigateBackApplication: call },
    );
    expect(calls[0]?.options).toMatchObject({ extraData: '{"v":1}' });
    calls[0]?.succeed();
    expect(events).toEqual([{ type: 'goBackAnswered', attempt: 1, ok: true }]);
  });

  test('is refused outside of an app launch', () => {
    const { calls, call } = pending();
    const events = perform(
      { type: 'goBack', attempt: 1, extraData: '' },
      { navigateBackApplication: call },
    );
    calls[0]?.fail({ errMsg: 'navigateBackApplication:fail:not from opensdk' });
    expect(events).toEqual([{ type: 'goBackAnswered', attempt: 1, ok: false }]);
  });

  test('fails at once on a WeChat without it', () => {
    expect(perform({ type: 'goBack', attempt: 1, extraData: '' }, {})).toEqual([
      { type: 'goBackAnswered', attempt: 1, ok: false },
    ]);
  });
});

test('a result that cannot be sealed here is told, not thrown', async () => {
  const key = { x: 'x', y: 'y' };
  const event = await new Promise<Event>((resolve) => {
    installWx({});
    // Jest's require has no `async`, as an old base library's has none.
    createPorts(resolve)({ type: 'seal', attempt: 7, plaintext: 'secret', key });
  });
  expect(event).toEqual({ type: 'sealFailed', attempt: 7 });
});

describe("GenAuth's agreements", () => {
  const request = { method: 'GET', url: 'https://g.example', headers: {}, timeoutMs: 1 } as const;
  const effect = { type: 'request', attempt: 7, purpose: 'agreements', request } as const;
  const responded = { type: 'responded', attempt: 7, purpose: 'agreements' };

  /** What comes to the login, in its order: what reads agreements, and events. */
  function ask(load?: (path: string) => Promise<unknown>) {
    if (load !== undefined) installAsyncRequire(load);
    const { calls, call } = pending();
    installWx({ request: call });
    const came: unknown[] = [];
    createPorts(
      (event) => came.push(event),
      (read) => came.push(read),
    )(effect);
    const [exchange] = calls;
    if (exchange === undefined) throw new Error('nothing was asked');
    return { came, exchange };
  }
  const settle = () => jest.advanceTimersByTimeAsync(0);

  test('wait for what reads them, which is loaded meanwhile', async () => {
    let load: (module: unknown) => void = () => undefined;
    const { came, exchange } = ask(
      () =>
        new Promise((resolve) => {
          load = resolve;
        }),
    );
    exchange.succeed({ statusCode: 200, data: '{}' });
    await settle();
    expect(came).toEqual([]);
    load({ readAgreements: 'reader' });
    await settle();
    expect(came).toEqual(['reader', { ...responded, response: { status: 200, body: {} } }]);
  });

  test('come at once when what reads them was there first', async () => {
    const { came, exchange } = ask(() => Promise.resolve({ readAgreements: 'reader' }));
    await settle();
    exchange.succeed({ statusCode: 200, data: '{}' });
    expect(came).toMatchObject(['reader', responded]);
  });

  test.each([
    ['is refused', () => Promise.reject(new Error('loadSubpackage:fail'))],
    // As an old base library's has none.
    ['is not there', undefined],
  ])('come without what reads them when loading it %s', async (_, load) => {
    const { came, exchange } = ask(load);
    exchange.succeed({ statusCode: 200, data: '{}' });
    await settle();
    expect(came).toMatchObject([responded]);
  });

  test('that could not be asked for wait for nothing', () => {
    const { came, exchange } = ask(() => new Promise(() => undefined));
    exchange.fail({ errMsg: 'request:fail timeout', errno: 5 });
    expect(came).toEqual([
      { type: 'requestFailed', attempt: 7, purpose: 'agreements', reason: 'timeout' },
    ]);
  });
});

describe('what a tap asks for', () => {
  test('opens the agreement above the login', () => {
    const { calls, call } = pending();
    perform({ type: 'openAgreement', attempt: 1, id: 'a b' }, { navigateTo: call });
    expect(calls[0]?.options.url).toBe('/pages/agreement/agreement?id=a%20b');
  });

  test("opens WeChat's contract, copies, and closes the program, where WeChat can", () => {
    const contract = pending();
    const clipboard = pending();
    const exit = pending();
    perform({ type: 'openPrivacyContract', attempt: 1 }, { openPrivacyContract: contract.call });
    perform({ type: 'copy', text: 'code: network' }, { setClipboardData: clipboard.call });
    perform({ type: 'exit' }, { exitMiniProgram: exit.call });
    expect([contract.calls.length, exit.calls.length]).toEqual([1, 1]);
    expect(clipboard.calls[0]?.options.data).toBe('code: network');
  });

  test.each(['navigateTo', 'openPrivacyContract'])('a failed %s is told', (api) => {
    const { calls, call } = pending();
    const effect =
      api === 'navigateTo'
        ? ({ type: 'openAgreement', attempt: 4, id: 'terms' } as const)
        : ({ type: 'openPrivacyContract', attempt: 4 } as const);
    const events = perform(effect, { [api]: call });
    calls[0]?.fail({ errMsg: `${api}:fail` });
    expect(events).toEqual([{ type: 'openFailed', attempt: 4 }]);
  });
});

/** A WeChat whose every call throws. */
const throwing = new Proxy(
  {},
  {
    get: () => () => {
      throw new Error('WeChat is not itself today');
    },
  },
);

describe('a WeChat that throws', () => {
  const request = {
    method: 'GET',
    url: 'https://core.genauth.ai/',
    headers: {},
    timeoutMs: 1,
  } as const;
  const cases: readonly (readonly [Effect, Partial<Event> | null])[] = [
    [{ type: 'fetchLoginCode', attempt: 1 }, { type: 'loginCodeFailed' }],
    [{ type: 'readPrivacy', attempt: 1 }, null],
    [
      { type: 'request', attempt: 1, purpose: 'signIn', request },
      { type: 'requestFailed', reason: 'network' },
    ],
    [
      { type: 'goBack', attempt: 1, extraData: '' },
      { type: 'goBackAnswered', ok: false },
    ],
    [{ type: 'openAgreement', attempt: 1, id: 'x' }, { type: 'openFailed' }],
    [{ type: 'openPrivacyContract', attempt: 1 }, { type: 'openFailed' }],
    [{ type: 'copy', text: 'x' }, null],
    [{ type: 'exit' }, null],
  ];
  test.each(cases)('%j answers its failure', (effect, expected) => {
    installThrowing();
    const events: Event[] = [];
    createPorts((event) => events.push(event))(effect);
    expect(events).toMatchObject(expected === null ? [] : [expected]);
  });

  function installThrowing(): void {
    Object.assign(globalThis, { wx: throwing });
  }
});

test('of two answers of WeChat the second is ignored', () => {
  const { calls, call } = pending();
  const events = perform({ type: 'fetchLoginCode', attempt: 1 }, { login: call });
  calls[0]?.succeed({ code: 'c' });
  calls[0]?.fail({ errMsg: 'login:fail' });
  calls[0]?.succeed({ code: 'd' });
  expect(events).toEqual([{ type: 'loginCodeArrived', attempt: 1, code: 'c' }]);
});
