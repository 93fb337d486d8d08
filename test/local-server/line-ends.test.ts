import { expect, test } from '@jest/globals';
import { keepWordsWhole } from '@mini-login/local-server/line-ends';
import type { Options, VNode } from 'preact';

/** As on a page in that language; `|` is where a line may end besides marks and spaces. */
function drawn(lang: string, type: string, ...children: readonly (string | number)[]): string {
  const options: Options = {};
  keepWordsWhole(options, lang);
  const props = { children: children.length === 1 ? children[0] : children };
  options.vnode?.({ type, props, key: null } as VNode);
  return [props.children].flat().join('').replaceAll('\u200b', '|');
}

test.each([
  ['编辑 brands/demo/，手机会随之更新。', '编辑 brands/demo/，手机会随之更新。'],
  ['返回 ok 却停在微信，由按钮返回', '返回 ok 却停在微信，由按钮|返回'],
  ['微信的界面关闭，小程序再次显示', '微信的|界面|关闭，小程序|再次|显示'],
  ['另一个人在同一部手机上登录', '另一个人|在同一部|手机上登录'],
  ['复制链接', '复制链接'],
])('a line ends between words: %s', (text, marked) => {
  expect(drawn('zh-CN', 'p', text)).toBe(marked);
});

test('texts next to other things are marked too', () => {
  expect(drawn('zh-CN', 'p', '没有匹配的记录', 3, '重新运行')).toBe('没有|匹配的|记录3重新|运行');
});

test('what is copied stays as it is, and so do pages of other languages', () => {
  for (const [lang, type] of [
    ['zh-CN', 'code'],
    ['zh-CN', 'pre'],
    ['en', 'p'],
    ['ja', 'p'],
  ] as const)
    expect(drawn(lang, type, '没有匹配的记录')).toBe('没有匹配的记录');
});
