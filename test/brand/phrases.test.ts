import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Lang, langs } from '../../miniprogram/login/lang';
import { brandFor } from '../../miniprogram/login/launch/effective';
import { createTranslate } from '../../miniprogram/login/present/translate';
import { wordIn, words } from '../../miniprogram/login/words/index';
import { directoryConfig, programBrand } from '../../scripts/brand/generate';
import { readBrand } from '../../scripts/brand/pack/pack';
import {
  MAY_BREAK,
  markPhrases,
  NO_BREAK,
  withPhrases,
  withSeams,
} from '../../scripts/brand/phrases';

const names = { app: '山岚茶馆', operator: '杭州山岚茶业有限公司' };
const namesOf = { appName: { 'zh-CN': '茶' }, operator: { 'zh-CN': '茶' } };
const mark = (text: string, lang = 'zh-CN') => markPhrases(text, lang, names);
const all = Object.values(words).flatMap(([zhCN, zhTW, , ja]) => [
  mark(zhCN),
  mark(zhTW, 'zh-TW'),
  mark(ja, 'ja'),
]);

describe('where a line may end', () => {
  test('is between phrases, and never inside a word or a name', () => {
    expect(mark('请返回{app}用其他方式登录，并把下面的信息告诉客服。')).toBe(
      '请返回{app}|用其他|方式|登录，并把下面的|信息|告诉|客服。',
    );
    expect(mark('電話番号が提供されませんでした。', 'ja')).toBe(
      '電話番号が|提供されませんでした。',
    );
  });

  // Written by hand: words that a reader does not want to see apart.
  test.each([
    '问题',
    '手机号',
    '手機號碼',
    '電話番号',
    '小程序',
    '小程式',
    '微信',
    '登录',
    '登入',
    '账号',
    '帳號',
    '协议',
    '网络',
    '重试',
    '客服',
    '获取',
    '取得',
    '返回',
    '应用',
    '信息',
    '番号',
    'アカウント',
    'ログイン',
    'バージョン',
    '方法',
    '10 秒',
  ])('keeps %s together in every text', (word) => {
    const apart = [...word].join('\\|?');
    const broken = all.filter((text) =>
      [...text.matchAll(new RegExp(apart, 'g'))].some(([found]) => found.includes(MAY_BREAK)),
    );
    expect(broken).toEqual([]);
  });

  test.each([
    ['ログインしていません', 'ログイン|して|いません'],
    ['通信できませんでした', '通信|できません|でした'],
    ['ログインしました', 'ログイン|しました'],
    [
      '電話番号でのログインはまだ設定されていません',
      '電話番号での|ログインは|まだ|設定されて|いません',
    ],
  ])('parts a Japanese heading that fits no small phone in large text: %s', (text, parted) => {
    expect(mark(text, 'ja')).toBe(parted);
  });

  test.each([
    ['プライバシーポリシー', 'プライバシー|ポリシー'],
    ['プライバシー保護ガイドライン', 'プライバシー保護|ガイドライン'],
    ['利用規約', '利用規約'],
  ])('parts the title of an agreement at the seam of two loanwords: %s', (ja, parted) => {
    const title = { ja, 'zh-CN': '隐私政策' };
    const marked = withSeams(title);
    expect(marked['zh-CN']).toBe('隐私政策');
    expect(marked.ja?.replaceAll('\u200b', '|')).toBe(parted);
  });

  test('leaves nothing alone: no mark before a closing sign, and none after an opening one', () => {
    expect(
      all.filter((text) => /\|[、。，：！？；”」》）]|[“「《（]\||\|\||^\||\|$/.test(text)),
    ).toEqual([]);
  });

  test('is looked for around a list of agreements, whose と or を stays with the last of them', () => {
    expect(mark('我已阅读并同意以下内容：{list}')).toBe('我已阅读|并同意|以下|内容：{list}');
    expect(mark('{list}を読み、同意します', 'ja')).toBe(`{list}${NO_BREAK}を|読み、同意します`);
    const and = (lang: Lang) =>
      withPhrases({ [lang]: { 'list.and': wordIn(lang, 'list.and') } }, namesOf)[lang]?.[
        'list.and'
      ];
    expect(langs.map(and)).toEqual([`|和${NO_BREAK}`, `|和${NO_BREAK}`, ' and ', `${NO_BREAK}と|`]);
  });

  test('is not asked for in English and in short texts', () => {
    expect(mark('Log in to {app} with WeChat', 'en')).toBe('Log in to {app} with WeChat');
    expect(mark('暂不登录')).toBe('暂不登录');
  });

  test('changes no text: without the marks it is the same', () => {
    const texts = Object.values(words).flatMap(([zhCN, zhTW, , ja]) => [zhCN, zhTW, ja]);
    const plain = all.map((text) => text.replaceAll(MAY_BREAK, '').replaceAll(NO_BREAK, ''));
    expect(plain).toEqual(texts);
  });

  test("a tenant's own sign is shown and is no mark", () => {
    expect(mark('甲|乙', 'zh-CN')).toBe('甲｜乙');
    expect(markPhrases('A|B', 'en', {})).toBe('A｜B');
  });
});

describe('what stands in place of the brand’s words has its phrases too', () => {
  const said = '请用微信登录后继续使用全部功能';
  const demo = readBrand(resolve(__dirname, '../..'), 'demo').pack;
  const [app] = demo.apps;

  test('the words of one app, around its own name', () => {
    const own = { words: { 'zh-CN': { 'login.heading': said, 'login.decline': 'a|b' } } };
    const brand = programBrand({ ...demo, apps: [{ ...app, own }] });
    const words = brand.apps[0].own?.words?.['zh-CN'];
    expect(mark(said)).toContain(MAY_BREAK);
    expect(words?.['login.decline']).toBe('a｜b');
    const translate = createTranslate('zh-CN', brandFor(brand, brand.apps[0]));
    expect(translate('login.heading')).toBe(mark(said).replaceAll(MAY_BREAK, '\u200b'));
  });

  test('the words for apps that a provider does not know', () => {
    const gateway = readBrand(resolve(__dirname, '../..'), 'gateway').pack;
    const { unregisteredWords } = directoryConfig(gateway) ?? {};
    expect(JSON.stringify(unregisteredWords?.['zh-CN'])).toContain('\u200b');
  });

  test('a sentence with {provider}, whose name is never taken apart', () => {
    const names = {
      appName: {},
      operator: { 'zh-CN': '港湾' },
      provider: { 'zh-CN': '云登录服务' },
    };
    const marked = withPhrases({ 'zh-CN': { x: '由{operator}提供服务，经{provider}登录' } }, names);
    expect(marked['zh-CN'].x.replaceAll(MAY_BREAK, '')).toBe(
      '由{operator}提供服务，经{provider}登录',
    );
    // The phrases are those of the sentence as it is read, with the name in place.
    const full = mark('由港湾提供服务，经云登录服务登录');
    expect(marked['zh-CN'].x.split(MAY_BREAK).at(-1)).toBe(
      full.split(MAY_BREAK).at(-1)?.replace('云登录服务', '{provider}'),
    );
  });
});
