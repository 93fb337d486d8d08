import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failures } from '../../../miniprogram/login/failure';
import { readPhoneAnswer } from '../../../miniprogram/login/phone';
import { readWeChatError } from '../../../miniprogram/login/wechat-error';
import { contract1, type drive, launched, toPhoneSheet } from '../driver';
import { phoneAnswers } from './phone-answers';

/* What WeChat's phone button says, and whose it is. */

test.each(phoneAnswers.map(([code, errMsg, errno]) => [code, errMsg, errno] as const))(
  '%s: %s (errno %s)',
  (code, errMsg, errno) => {
    const detail = { errMsg, ...(errno === undefined ? {} : { errno }) };
    expect(readPhoneAnswer(detail)).toMatchObject({ kind: 'refused', code });
  },
);

test('every text that docs/wechat.md gives for a refusal is known', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/wechat.md'), 'utf8');
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
    const login = launched();
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
  const login = launched();
  toPhoneSheet(login);
  login.phone({ errMsg: 'getPhoneNumber:fail something new' });
  login.tap('backToAppTapped');
  const [sent] = login.asked('goBack');
  expect(JSON.stringify(sent)).toContain('unknown');
  expect(JSON.stringify(sent)).not.toContain('something new');
});

test('each failure of the table has an owner, a retry and an advice', () => {
  for (const code of new Set(phoneAnswers.map(([one]) => one)))
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
  const login = launched({ query });
  const { attempt } = login.state.visit;
  login.send({ type: 'privacyRead', attempt, needsAuthorization: true, contractName });
  toPhoneSheet(login);
  return login;
};

/** A second tap came before WeChat's sheet: it asks twice, one sheet in the place of the other. */
const askedTwice = () => {
  const login = underTheSheet();
  login.tap('primaryTapped');
  return login;
};

describe('WeChat asks once for each of two quick taps', () => {
  test('the first sheet goes for the second, where the number is given: it counts', () => {
    const login = askedTwice();
    login.phone({ errMsg: 'getPhoneNumber:fail user cancel' });
    login.phone();
    expect(login.asked('request')).toHaveLength(1);
  });

  test('the first gives the number: the second changes nothing', () => {
    const login = askedTwice();
    login.phone();
    const { screen } = login;
    login.phone({ errMsg: 'getPhoneNumber:fail user cancel' });
    expect(login.screen).toEqual(screen);
    expect(login.asked('request')).toHaveLength(1);
  });

  test('the box was unticked and ticked in between: the number that is given then counts', () => {
    const login = underTheSheet();
    login.tick(false);
    login.tick();
    login.tap('primaryTapped');
    login.phone({ errMsg: 'getPhoneNumber:fail user cancel' });
    login.phone();
    expect(login.asked('request')).toHaveLength(1);
  });

  test('or WeChat takes both for one: what it says of it is said at once', () => {
    const login = askedTwice();
    login.phone({ errMsg: 'getPhoneNumber:fail user deny' });
    expect(login.screen).toMatchObject({ notice: expect.stringContaining('手机号') });
    login.tap('primaryTapped');
    login.phone();
    expect(login.asked('request')).toHaveLength(1);
  });
});

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
    const login = launched();
    login.loginCode();
    before(login);
    login.phone();
    expect(login.state).toMatchObject({ name: 'asking', phonePrompt: null });
    expect(login.asked('request')).toEqual([]);
  });

  test('after the last of two questions was answered', () => {
    const login = askedTwice();
    login.phone({ errMsg: 'getPhoneNumber:fail user cancel' });
    login.phone({ errMsg: 'getPhoneNumber:fail user cancel' });
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
