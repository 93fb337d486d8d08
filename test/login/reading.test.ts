import { describe, expect, test } from '@jest/globals';
import { decodeAscii, decodeBase64url } from '../../miniprogram/login/base64url';
import { inLanguage } from '../../miniprogram/login/brand';
import { integer, isObject, own, parseJson, text } from '../../miniprogram/login/json';
import { langOf, langOfTag, nearestLang, withNearest } from '../../miniprogram/login/lang';
import { readPhoneAnswer } from '../../miniprogram/login/phone';

/* What comes from outside is believed only as far as it was read. */

describe('a value', () => {
  test('is an object only where it has members of its own kind', () => {
    expect([{}, { a: 1 }].every(isObject)).toBe(true);
    expect([null, undefined, [], 'a', 7, true].some(isObject)).toBe(false);
  });

  test('has the members that were sent, and none of those that every object has', () => {
    expect(own({ a: 1 }, 'a')).toBe(1);
    expect(own(parseJson('{"__proto__":{"a":1}}'), 'a')).toBeUndefined();
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(own({}, name)).toBeUndefined();
    expect(own('abc', 'length')).toBeUndefined();
  });

  test('is a text when it has a character, and no more than are allowed', () => {
    expect(text('abc', 3)).toBe('abc');
    expect(text('abcd', 3)).toBeUndefined();
    expect(text('a'.repeat(65_536))).toHaveLength(65_536);
    expect(text('a'.repeat(65_537))).toBeUndefined();
    for (const none of ['', 7, null, undefined, ['a'], { length: 1 }])
      expect(text(none)).toBeUndefined();
  });

  test('is a whole number when it can be held exactly', () => {
    expect(integer(-7)).toBe(-7);
    for (const none of [0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '7', 7n, null])
      expect(integer(none)).toBeUndefined();
  });

  test('that is no JSON is nothing', () => {
    expect(parseJson('[1]')).toEqual([1]);
    expect(parseJson('{')).toBeUndefined();
  });
});

// RFC 4648, sections 5 and 10, without padding.
describe('base64url', () => {
  test.each([
    ['', ''],
    ['Zg', 'f'],
    ['Zm8', 'fo'],
    ['Zm9v', 'foo'],
    ['Zm9vYg', 'foob'],
    ['Zm9vYmFy', 'foobar'],
    ['fn4', '~~'],
  ])('%j is %j', (source, plain) => expect(decodeAscii(source)).toBe(plain));

  test('has the two characters of its own', () =>
    expect(decodeBase64url('-_8')).toEqual([0xfb, 0xff]));

  test.each([
    ['padding', 'Zg=='],
    ['the other alphabet', 'Zm+/'],
    ['a space', 'Zm 9'],
    ['one character too many', 'Zm9vY'],
    ['one character', 'A'],
    ['bits that belong to nothing', 'Zh'],
    ['bits that belong to nothing, after two bytes', 'Zm9'],
    ['a letter of another script', 'Zmé9'],
  ])('%s is refused', (_, source) => expect(decodeBase64url(source)).toBeNull());

  test.each([
    ['bytes beyond ASCII', Buffer.from('é').toString('base64url')],
    ['one byte beyond, at the end', Buffer.from([0x61, 0x80]).toString('base64url')],
    ['DEL', 'fw'],
    ['what is no base64url', 'Zg=='],
  ])('%s is no ASCII', (_, source) => expect(decodeAscii(source)).toBeNull());
});

// docs/wechat.md#a-refusal-has-many-wordings
describe('the answer of the phone button', () => {
  const grant = { kind: 'ok', grant: { code: 'c' } };
  const encrypted = { encryptedData: 'e', iv: 'i' };

  test.each([
    ['getPhoneNumber:ok'],
    ['ok'],
    ['getPhoneNumber: ok'],
    ['GetPhoneNumber:OK'],
    [''],
    [undefined],
  ])('with %j and a code is a yes', (errMsg) =>
    expect(readPhoneAnswer({ errMsg, code: 'c' })).toEqual(grant),
  );

  test.each([
    ['a number that says no', { errMsg: 'getPhoneNumber:ok', errno: 104, code: 'c' }],
    ['a number alone', { errno: 102, code: 'c' }],
    ['a word that only begins so', { errMsg: 'getPhoneNumber:okay', code: 'c' }],
    ['a yes inside', { errMsg: 'getPhoneNumber:fail not ok', code: 'c' }],
    ['something before the yes', { errMsg: 'fail getPhoneNumber:ok', code: 'c' }],
  ])('%s is none, whatever comes with it', (_, detail) =>
    expect(readPhoneAnswer(detail).kind).toBe('refused'),
  );

  test('the number 0 says nothing', () =>
    expect(readPhoneAnswer({ errno: 0, errMsg: 'getPhoneNumber:ok', code: 'c' })).toEqual(grant));

  test('the number says which no it is', () =>
    expect(readPhoneAnswer({ errno: 1_400_001, errMsg: 'getPhoneNumber:ok' })).toMatchObject({
      code: 'phone_quota',
    }));

  test('brings what there is, and no empty field more', () => {
    expect(readPhoneAnswer({ errMsg: 'ok', code: 'c', ...encrypted })).toStrictEqual({
      kind: 'ok',
      grant: { code: 'c', encrypted },
    });
    expect(readPhoneAnswer({ errMsg: 'ok', ...encrypted })).toStrictEqual({
      kind: 'ok',
      grant: { encrypted },
    });
    expect(readPhoneAnswer({ errMsg: 'ok', code: 'c' })).toStrictEqual(grant);
  });

  test.each([
    ['half of the encrypted form', { encryptedData: 'e' }],
    ['its other half', { iv: 'i' }],
    ['an empty code', { code: '' }],
    ['a code that is too long', { code: 'c'.repeat(513) }],
  ])('a yes with %s gives no number', (_, detail) =>
    expect(readPhoneAnswer({ errMsg: 'getPhoneNumber:ok', ...detail })).toStrictEqual({
      kind: 'refused',
      code: 'phone_unavailable',
      detail: '',
    }),
  );

  test('a code of the greatest length is one', () =>
    expect(readPhoneAnswer({ errMsg: 'ok', code: 'c'.repeat(512) }).kind).toBe('ok'));
});

// RFC 5646: language, then script, region and variants; what follows a single letter is an extension.
describe('a language tag', () => {
  test.each([
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-Hans-TW', 'zh-CN'],
    ['zh_CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-CN', 'zh-TW'],
    ['zh_TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['ZH-mo', 'zh-TW'],
    ['yue', 'zh-TW'],
    ['yue-Hans', 'zh-CN'],
    ['zh-yue', 'zh-TW'],
    ['zh-yue-CN', 'zh-CN'],
    ['yue-CN', 'zh-CN'],
    ['zh-AU', 'zh-TW'],
    ['zh-US', 'zh-TW'],
    ['zh-Hans-AU', 'zh-CN'],
    ['cmn', 'zh-CN'],
    ['cmn-Hant', 'zh-TW'],
    ['zh-CN-x-hk', 'zh-CN'],
    ['zh-u-sd-tw', 'zh-CN'],
    ['zh-hktw', 'zh-CN'],
    ['zh-ahant', 'zh-CN'],
    ['en-US', 'en'],
    ['ja_JP', 'ja'],
    ['fr', null],
    ['zhh', null],
    ['', null],
    ['z', null],
    ['zh-', null],
    ['-zh', null],
    ['zh CN', null],
    ['zh-123456789', null],
    [`zh${'-a1'.repeat(16)}`, null],
    [undefined, null],
    [7, null],
    [['zh'], null],
  ])('%j is %j', (tag, lang) => expect(langOfTag(tag)).toBe(lang));

  test('of Chinese in any region is written as Unicode says', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const regions = letters.flatMap((a) => letters.map((b) => a + b));
    const byUnicode = (tag: string) =>
      new Intl.Locale(tag).maximize().script === 'Hant' ? 'zh-TW' : 'zh-CN';
    // Two old codes, which Unicode replaces by others.
    const current = regions.filter(
      (region) => region !== 'PZ' && region !== 'VD' && region !== 'UK',
    );
    for (const region of current)
      for (const tag of [`zh-${region}`, `yue-${region}`])
        expect([tag, langOfTag(tag)]).toEqual([tag, byUnicode(tag)]);
  });

  test('that is none of ours is English, or what stands in for it', () => {
    expect(langOf('fr', ['ja', 'en'])).toBe('en');
    expect(langOf(undefined, ['zh-TW', 'ja'])).toBe('zh-TW');
    expect(langOf('ja', ['zh-CN', 'en'])).toBe('en');
    expect(langOf('zh_TW', ['en', 'zh-CN'])).toBe('zh-CN');
  });

  test('has the nearest language that the brand speaks: of the launch, of WeChat, or its first', () => {
    expect(nearestLang(['ja'], ['ja', 'en'])).toBe('ja');
    expect(nearestLang(['ja', 'zh-TW'], ['zh-CN', 'en'])).toBe('en');
    expect(nearestLang(['ja', 'zh-TW'], ['zh-CN', 'zh-TW'])).toBe('zh-TW');
    expect(nearestLang(['en', 'zh-TW'], ['ja', 'zh-CN'])).toBe('zh-CN');
    expect(nearestLang([null, 'zh-CN'], ['en', 'zh-TW'])).toBe('zh-TW');
    expect(nearestLang(['en'], ['zh-TW', 'ja'])).toBe('zh-TW');
    expect((['zh-CN', 'zh-TW', 'en', 'ja', null] as const).map(withNearest)).toEqual([
      ['zh-CN', 'zh-TW'],
      ['zh-TW', 'zh-CN'],
      ['en', 'en'],
      ['ja', 'en'],
      [],
    ]);
  });
});

test('words that a brand lacks in one language are there in another, and none at all are empty', () => {
  expect(inLanguage({ en: 'Terms', ja: '規約' }, 'ja')).toBe('規約');
  expect(inLanguage({ en: 'Terms' }, 'ja')).toBe('Terms');
  expect(inLanguage({}, 'ja')).toBe('');
});
