import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../miniprogram/login/brand';
import { type FailureCode, failures } from '../../miniprogram/login/failure';
import { readPhoneAnswer } from '../../miniprogram/login/phone';
import { readWeChatError } from '../../miniprogram/login/wechat-error';
import { plain } from '../../scripts/prove/brands';
import { contract1, drive, toPhoneSheet } from './driver';

/* What WeChat's phone button says, and whose it is. */

/**
 * docs/wechat.md#a-refusal-has-many-wordings, docs/wechat.md#what-the-privacy-errors-say, what
 * reports showed, and more of each kind.
 */
const answers: readonly (readonly [FailureCode, string, number?])[] = [
  ['phone_denied', 'getPhoneNumber:fail user deny'],
  ['phone_denied', 'getPhoneNumber:fail:user deny'],
  ['phone_denied', 'user deny'],
  ['phone_denied', 'fail:user cancel'],
  ['phone_denied', 'getPhoneNumber:fail user denied'],
  ['phone_denied', 'getPhoneNumber:fail auth deny'],
  ['phone_denied', 'getPhoneNumber:fail cancel'],
  ['phone_denied', 'getPhoneNumber:fail 用户拒绝授权'],
  ['phone_denied', 'getPhoneNumber:fail 用户取消'],
  ['phone_denied', 'getPhoneNumber:fail 使用者拒絕'],
  ['phone_denied', 'getPhoneNumber:fail 用户未授权'],
  ['phone_denied', 'getPhoneNumber:fail 使用者未授權'],
  ['phone_denied', 'getPhoneNumber:fail user denied access'],
  ['phone_denied', 'getPhoneNumber:fail user deny permission'],
  ['phone_denied', 'getPhoneNumber:fail 用户拒绝了权限'],
  // The owner's.
  ['phone_not_allowed', 'getPhoneNumber:fail 该 appid 没有权限'],
  ['phone_not_allowed', 'getPhoneNumber:fail:该appid没有权限'],
  ['phone_not_allowed', 'getPhoneNumber:fail 該 appid 沒有權限'],
  ['phone_not_allowed', 'getPhoneNumber:fail 小程序无该接口权限'],
  ['phone_not_allowed', 'getPhoneNumber:fail 権限がありません'],
  ['phone_not_allowed', 'getPhoneNumber:fail:jsapi has no permission'],
  ['phone_not_allowed', 'fail operateWXData:fail jsapi has no permission', 102],
  ['phone_not_allowed', 'fail operateWXData:fail jsapi has no permission'],
  ['phone_not_allowed', 'fail no permission'],
  ['phone_not_allowed', 'getPhoneNumber:fail', 102],
  ['phone_not_allowed', 'getPhoneNumber:fail api unauthorized'],
  ['phone_not_allowed', 'getPhoneNumber:fail no such permission'],
  ['phone_not_allowed', 'getPhoneNumber:fail auth failed'],
  ['phone_not_allowed', 'getPhoneNumber:fail authfail'],
  ['phone_not_allowed', 'getPhoneNumber:fail authorize fail'],
  ['phone_not_allowed', 'getPhoneNumber:fail the api is not authorised'],
  ['phone_not_allowed', 'getPhoneNumber:fail has not been authorized'],
  ['phone_quota', 'getPhoneNumber:fail', 1_400_001],
  ['phone_quota', 'getPhoneNumber:fail quota exceeded'],
  ['phone_quota', 'getPhoneNumber:fail 用量不足'],
  ['phone_quota', 'getPhoneNumber:fail 资源包已用完'],
  ['phone_quota', 'getPhoneNumber:fail 資源包不足'],
  [
    'privacy_undeclared',
    'getPhoneNumber:fail api scope is not declared in the privacy agreement',
    112,
  ],
  ['privacy_undeclared', 'getPhoneNumber:fail api scope is not declared in the privacy agreement'],
  ['privacy_undeclared', 'getPhoneNumber:fail', 112],
  // The account's declaration says that it collects nothing: no refusal of the person's.
  ['privacy_undeclared', 'getPhoneNumber:fail appid privacy api banned'],
  ['privacy_undeclared', 'getPhoneNumber:fail 隐私接口未声明'],
  // The person's.
  ['privacy_refused', 'getPhoneNumber:fail privacy permission is not authorized', 104],
  ['privacy_refused', 'getPhoneNumber:fail privacy permission is not authorized'],
  ['privacy_refused', 'getPhoneNumber:fail privacy permission is not authorized in gap'],
  ['privacy_refused', 'getPhoneNumber:fail', 103],
  // The system's and WeChat's: nobody has refused anything.
  ['phone_unavailable', 'getPhoneNumber:fail access denied'],
  ['phone_unavailable', 'getPhoneNumber:fail:access denied'],
  ['phone_unavailable', 'fail: Access Denied'],
  ['phone_unavailable', 'getPhoneNumber:fail system permission denied'],
  ['phone_unavailable', 'getPhoneNumber:fail:system permission denied'],
  ['phone_unavailable', 'getPhoneNumber:fail permission denied'],
  ['phone_unavailable', 'getPhoneNumber:fail 该用户没有绑定手机号'],
  ['phone_unavailable', 'getPhoneNumber:fail system deny'],
  ['phone_unavailable', 'getPhoneNumber:fail access deny'],
  ['phone_unavailable', 'getPhoneNumber:fail denied by system'],
  ['phone_unavailable', 'getPhoneNumber:fail denied by the operating system'],
  ['phone_unavailable', 'getPhoneNumber:fail permission was denied'],
  ['phone_unavailable', 'getPhoneNumber:fail 系统权限被拒绝'],
  ['phone_unavailable', 'getPhoneNumber:fail 系統權限被拒絕'],
  ['phone_unavailable', 'getPhoneNumber:fail 访问被拒绝'],
  ['phone_unavailable', 'getPhoneNumber:fail 存取被拒絕'],
  ['phone_unavailable', 'getPhoneNumber:fail アクセスが拒否されました'],
  // The network's.
  ['timeout', 'getPhoneNumber:fail:timeout'],
  ['timeout', 'getPhoneNumber:fail time out'],
  ['timeout', 'getPhoneNumber:fail timedout'],
  ['timeout', 'getPhoneNumber:fail request timed out'],
  ['timeout', 'getPhoneNumber:fail 请求超时'],
  ['timeout', 'getPhoneNumber:fail 請求逾時'],
  ['timeout', 'getPhoneNumber:fail タイムアウト'],
  ['timeout', 'getPhoneNumber:fail', 5],
  ['network', 'getPhoneNumber:fail network error'],
  ['network', 'getPhoneNumber:fail:net::ERR_INTERNET_DISCONNECTED'],
  ['network', 'getPhoneNumber:fail 网络错误'],
  ['code_expired', 'getPhoneNumber:fail interrupted', 600_003],
  // As iOS words it, in the phone's language.
  ['network', 'getPhoneNumber:fail The Internet connection appears to be offline.'],
  ['network', 'getPhoneNumber:fail A server with the specified hostname could not be found.'],
  ['network', 'getPhoneNumber:fail 似乎已断开与互联网的连接。'],
  ['network', 'getPhoneNumber:fail 未能连接到服务器。'],
  ['network', 'getPhoneNumber:fail 未能找到使用指定主机名的服务器。'],
  ['network', 'getPhoneNumber:fail 網絡錯誤'],
  ['network', 'getPhoneNumber:fail 互聯網連線似乎已離線。'],
  ['network', 'getPhoneNumber:fail 網際網路連線似乎已中斷。'],
  ['network', 'getPhoneNumber:fail 無法連接伺服器。'],
  ['network', 'getPhoneNumber:fail サーバに接続できませんでした。'],
  ['timeout', 'getPhoneNumber:fail The request timed out.'],
  ['timeout', 'getPhoneNumber:fail 要求がタイムアウトになりました。'],
  ['wechat_failed', 'getPhoneNumber:fail 操作过于频繁'],
  // Nobody's, as far as can be known.
  ['unknown', 'getPhoneNumber:fail'],
  ['unknown', 'something new'],
  ['unknown', 'getPhoneNumber:fail err_code: -4'],
  ['unknown', 'getPhoneNumber:fail 服务器内部错误'],
  // docs/wechat.md#errno-means-the-same-everywhere: the number counts before the text.
  ['wechat_failed', 'getPhoneNumber:fail internal error', -1],
  ['wechat_failed', 'getPhoneNumber:fail', 4],
  ['wechat_failed', 'getPhoneNumber:fail server system error', 1000],
  ['wechat_failed', 'request:fail network logic error', 600_004],
  ['wechat_failed', 'request:fail network argv error', 600_005],
  ['wechat_failed', 'request:fail network exceed max task count', 600_007],
  ['wechat_failed', 'request:fail network reach the max redirect count', 600_008],
  ['wechat_failed', 'request:fail invalid URL', 600_009],
  ['wechat_failed', 'request:fail invalid request data', 600_010],
  ['phone_denied', 'getPhoneNumber:fail', 1],
  ['phone_unavailable', 'getPhoneNumber:fail', 3],
  ['network', 'getPhoneNumber:fail', 108],
  ['network', 'getPhoneNumber:fail', 109],
  ['network', 'request:fail', 600_000],
  ['network', 'request:fail', 600_001],
  ['code_expired', 'request:fail', 600_003],
  ['network', 'request:fail', 600_006],
  ['domain_not_allowed', 'request:fail', 600_002],
  ['timeout', 'request:fail', 5],
  ['wechat_failed', 'login:fail', 1003],
  ['wechat_failed', 'login:fail', 45_011],
  ['unknown', 'request:fail', 0],
  ['unknown', 'request:fail', 777_777],
];

test.each(answers.map(([code, errMsg, errno]) => [code, errMsg, errno] as const))(
  '%s: %s (errno %s)',
  (code, errMsg, errno) => {
    const detail = { errMsg, ...(errno === undefined ? {} : { errno }) };
    expect(readPhoneAnswer(detail)).toMatchObject({ kind: 'refused', code });
  },
);

test('every text that docs/wechat.md gives for a refusal is known', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/wechat.md'), 'utf8');
  const facts = page.split('\n### ').filter((fact) => /^(A refusal|What the privacy)/.test(fact));
  expect(facts).toHaveLength(2);
  const texts = facts
    .flatMap((fact) => [...fact.matchAll(/`([^`]*(?:fail|deny|authorized|declared)[^`]*)`/g)])
    .flatMap(([, text = '']) => (text === 'fail' ? [] : [text]));
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((errMsg) => readWeChatError({ errMsg }).code === 'unknown')).toEqual([]);
});

describe('what the person reads', () => {
  const screenAfter = (detail: unknown) => {
    const login = drive();
    login.show();
    login.load();
    toPhoneSheet(login);
    login.phone(detail);
    const { screen } = login;
    if (screen.screen !== 'failure') throw new Error(`the screen is ${screen.screen}`);
    return screen;
  };

  test.each([
    'getPhoneNumber:fail 该 appid 没有权限',
    'getPhoneNumber:fail:jsapi has no permission',
  ])('%s: the company’s setting, and nothing is asked of the person', (errMsg) => {
    const { whose, advice, retry } = screenAfter({ errMsg });
    expect(whose).toContain('Harbor');
    expect(advice).toBe('可以返回Harbor，用其他方式登录。');
    expect(retry).toBeNull();
  });

  test.each(['getPhoneNumber:fail access denied', 'getPhoneNumber:fail system permission denied'])(
    '%s: nobody is told to have refused',
    (errMsg) => {
      const { heading, whose, retry } = screenAfter({ errMsg });
      expect(heading).toBe('未能从微信获取手机号');
      expect(whose).toContain('微信');
      expect(retry).not.toBeNull();
    },
  );

  // Wherever WeChat says that something of its own failed: a login code, a request, the number.
  test('WeChat’s own trouble with the number is not said to be one of the login code', () => {
    const { heading, whose } = screenAfter({ errMsg: 'getPhoneNumber:fail', errno: 1000 });
    expect(heading).toBe('微信未能完成请求');
    expect(whose).toContain('微信');
  });

  test('something new: neither the login service nor the person, with the words for support', () => {
    const { whose, support } = screenAfter({ errMsg: 'getPhoneNumber:fail something new' });
    expect(whose).not.toContain('登录服务');
    expect(support.lines).toContainEqual(
      expect.objectContaining({ id: 'detail', value: 'getPhoneNumber:fail something new' }),
    );
  });
});

test.each([
  ['getPhoneNumber:fail 13800138000 is busy', 'getPhoneNumber:fail … is busy'],
  ['getPhoneNumber:fail +86 138 0013 8000', 'getPhoneNumber:fail +…'],
  ['fail code=0a1B2c3D4e5F6g7H8i9J0k', 'fail …'],
  ['fail eyJhbGciOiJSUzI1NiIsImtpZCI6Ikx.eyJzdWIiOi', 'fail ….…'],
  ['fail a\nb\u0000c', 'fail a b c'],
])('what support gets holds nothing secret: %j', (errMsg, detail) => {
  const read = readWeChatError({ errMsg }).detail;
  expect(read).not.toMatch(/\d{5}|[A-Za-z0-9]{33}/);
  expect(read.replace(/…[.…]*/g, '…')).toBe(detail.replace(/…[.…]*/g, '…'));
});

test.each([
  [`fail ${'abcdefgh'.repeat(5)} end`, 'fail … end'],
  [' fail  \n \t busy ', 'fail busy'],
  [`${'1'.repeat(450)} tail`, '…'],
  ['', ''],
  [undefined, ''],
  [7, ''],
])('of %j support gets %j', (errMsg, detail) => {
  expect(readWeChatError({ errMsg })).toEqual({ code: 'unknown', detail });
});

test('what stands behind 400 characters is not what it says', () => {
  expect(readWeChatError({ errMsg: `${'x '.repeat(200)}timeout` }).code).toBe('unknown');
});

test('what support gets is short', () => {
  expect(readWeChatError({ errMsg: 'fail '.repeat(100) }).detail.length).toBeLessThanOrEqual(120);
});

test('the words go to support, and not to the app', () => {
  const login = drive();
  login.show();
  login.load();
  toPhoneSheet(login);
  login.phone({ errMsg: 'getPhoneNumber:fail something new' });
  login.tap('backToAppTapped');
  const [sent] = login.asked('goBack');
  expect(JSON.stringify(sent)).toContain('unknown');
  expect(JSON.stringify(sent)).not.toContain('something new');
});

test('each failure of the table has an owner, a retry and an advice', () => {
  for (const code of new Set(answers.map(([one]) => one)))
    expect(failures[code]).toMatchObject({
      fault: expect.any(String),
      retry: expect.any(String),
      advice: expect.any(String),
    });
});

test('a new client gives a code and the encrypted form, an old one only the latter', () => {
  const encrypted = { encryptedData: 'ZA==', iv: 'aXY=' };
  expect(readPhoneAnswer({ errMsg: 'getPhoneNumber:ok', code: 'c', ...encrypted })).toEqual({
    kind: 'ok',
    grant: { code: 'c', encrypted },
  });
  expect(readPhoneAnswer({ errMsg: 'getPhoneNumber:ok', ...encrypted })).toEqual({
    kind: 'ok',
    grant: { encrypted },
  });
});

test.each([[{ errMsg: 'getPhoneNumber:ok' }], [{ errMsg: 'getPhoneNumber:ok', code: 7 }]])(
  'a yes that gives nothing is none: %j',
  (detail) => {
    expect(readPhoneAnswer(detail)).toMatchObject({ code: 'phone_unavailable' });
  },
);

test.each([[null], ['ok'], [{}], [7]])('nonsense is no yes: %j', (detail) => {
  expect(readPhoneAnswer(detail).kind).toBe('refused');
});

const underTheSheet = (query: object = contract1, contractName = '') => {
  const login = drive();
  login.show({ query });
  login.load();
  const { attempt } = login.state.visit;
  login.send({ type: 'privacyRead', attempt, needsAuthorization: true, contractName });
  toPhoneSheet(login);
  return login;
};

describe('what the developer of the app reads', () => {
  test.each([
    ['getPhoneNumber:fail user deny', 'The person did not share the phone number'],
    ['fail privacy permission is not authorized', "did not accept WeChat's privacy contract"],
    ['fail api scope is not declared', "not declared in this program's privacy contract"],
    ['fail jsapi has no permission', 'has no right to ask WeChat for phone numbers'],
    ['fail quota exceeded', 'quota of phone numbers is used up'],
    ['fail network error', 'WeChat could not be reached for the phone number'],
    ['fail timeout', 'WeChat did not answer in time about the phone number'],
    ['fail something new', 'WeChat gave no phone number'],
  ])('%s: %s', (errMsg, message) => {
    const login = underTheSheet();
    login.phone({ errMsg });
    const { state } = login;
    const failure = state.name === 'asking' ? state.notice : 'failure' in state && state.failure;
    expect(failure).toMatchObject({ message: expect.stringContaining(message), detail: errMsg });
  });
});

test('a yes that gives nothing has no words for support', () => {
  const login = underTheSheet();
  login.phone({ errMsg: 'getPhoneNumber:ok' });
  const { screen } = login;
  expect(screen.screen === 'failure' && screen.support.lines.map(({ id }) => id)).not.toContain(
    'detail',
  );
});

test('one button agrees and asks again after a no to the number, not after one to the contract', () => {
  const primary = (errMsg: string) => {
    const login = underTheSheet(contract1, '《指引》');
    login.phone({ errMsg });
    return login.screen.screen === 'login' ? login.screen.primary.action : null;
  };
  expect(primary('getPhoneNumber:fail user deny')).toBe('getPhoneNumber|agreePrivacyAuthorization');
  expect(primary('fail privacy permission is not authorized')).toBe('getPhoneNumber');
});

describe('a number that nobody was asked for is not taken', () => {
  test.each([
    ['before any tap', () => undefined],
    // Nothing is remembered of a sheet that was not there.
    ['after the program was away', (login: ReturnType<typeof drive>) => login.hide()],
  ])('%s', (_, before) => {
    const login = drive();
    login.show();
    login.load();
    login.loginCode();
    before(login);
    login.phone();
    expect(login.state).toMatchObject({ name: 'asking', phonePrompt: null });
    expect(login.asked('request')).toEqual([]);
  });

  test('when the words that were agreed to changed under the sheet', () => {
    const login = underTheSheet();
    const { attempt } = login.state.visit;
    login.send({ type: 'privacyRead', attempt, needsAuthorization: true, contractName: '《新》' });
    login.phone();
    expect(login.state).toMatchObject({ name: 'asking', consent: { yes: null } });
    expect(login.asked('request')).toEqual([]);
  });
});

const encrypted: Brand = { ...plain, genauth: { ...plain.genauth, phonePayload: 'encrypted' } };

describe('where the number is optional', () => {
  const after = (detail: unknown) => {
    const login = drive();
    login.show({ query: { ...contract1, phone: 'optional' } });
    login.load();
    toPhoneSheet(login);
    login.phone(detail);
    return login;
  };
  const own: readonly FailureCode[] = ['phone_denied', 'privacy_refused'];

  test.each(answers.map(([code, errMsg, errno]) => [errMsg, errno, code] as const))(
    '%s (errno %s) leads to no other page, and "not now" is the person’s answer',
    (errMsg, errno, code) => {
      const login = after({ errMsg, ...(errno === undefined ? {} : { errno }) });
      const { screen } = login;
      if (screen.screen !== 'login') throw new Error(`the screen is ${screen.screen}`);
      expect(screen.withoutPhone).not.toBeNull();
      expect(screen.notice).not.toMatch(/下面|客服|其他方式/);
      login.tap('declined');
      expect(JSON.parse(login.result ?? '').error.code).toBe(
        own.includes(code) ? code : 'user_cancelled',
      );
    },
  );

  test.each<[string, object, Brand, object]>([
    ['codes', { return: 'codes' }, plain, { encryptedData: 'e', iv: 'i' }],
    ['the encrypted form', {}, encrypted, { code: 'c' }],
  ])('so does one in another form than %s', (_, query, brand, given) => {
    const login = drive(brand);
    login.show({ query: { ...contract1, phone: 'optional', ...query } });
    login.load();
    toPhoneSheet(login);
    login.phone({ errMsg: 'getPhoneNumber:ok', ...given });
    expect(login.screen).toMatchObject({
      screen: 'login',
      notice: '未能从微信获取手机号，可以直接登录。',
      withoutPhone: expect.anything(),
    });
    login.tap('withoutPhoneTapped');
    expect(login.state.name).not.toBe('asking');
  });
});
