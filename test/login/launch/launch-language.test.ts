import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import { plain } from '../../../scripts/prove/brands';
import { launchOf, state } from '../enter';

test.each([
  ['zh_CN', 'zh-CN'],
  ['zh_TW', 'zh-TW'],
  ['zh_HK', 'zh-TW'],
  ['en', 'en'],
  ['ja', 'ja'],
  ['fr', 'en'],
])("WeChat's language %s is shown as %s", (language, lang) => {
  expect(launchOf({ v: '1', state }, { language }).lang).toBe(lang);
});

/** RFC 5646; Android, iOS and browsers each write their own form of it. */
describe('the language that a launch asks for', () => {
  test.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['EN_us', 'en'],
    ['en-GB-oxendict', 'en'],
    ['en-Latn-US-u-ca-gregory', 'en'],
    ['ja-JP', 'ja'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['JA', 'ja'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['zh_Hans_CN', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-MY', 'zh-CN'],
    ['zh-cmn-Hans-CN', 'zh-CN'],
    ['cmn-Hans-CN', 'zh-CN'],
    ['zh-x-hant', 'zh-CN'],
    ['zh-CN-u-rg-twzzzz', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh_TW_#Hant', null],
    ['ZH-HANT-CN', 'zh-TW'],
    ['zh-yue-HK', 'zh-TW'],
    ['yue-Hant-HK', 'zh-TW'],
    ['fr', null],
    ['tlh', null],
    ['english', null],
    ['enm', null],
    ['jam', null],
    ['zha', null],
    ['x-en', null],
    ['i-klingon', null],
    ['', null],
    ['*', null],
    ['en US', null],
    ['en%2DUS', 'en'],
    ['%E0%A4%A', null],
    ['x'.repeat(1_025), null],
    [['en', 'ja'], null],
    [7, null],
    [null, null],
  ])('%j is %s', (lang, expected) => {
    for (const language of ['zh_CN', 'ja'])
      expect(launchOf({ v: '1', state, lang }, { language }).lang).toBe(
        expected ?? (language === 'ja' ? 'ja' : 'zh-CN'),
      );
  });

  test('is the nearest that the brand speaks', () => {
    const brand: Brand = { ...plain, languages: ['zh-CN', 'en'] };
    const of = (lang: string) => launchOf({ v: '1', state, lang }, { brand }).lang;
    expect(['ja-JP', 'zh-Hant-HK', 'en-AU', 'fr'].map(of)).toEqual(['en', 'zh-CN', 'en', 'zh-CN']);
  });
});
