import { describe, expect, test } from '@jest/globals';
import { failures } from '../../miniprogram/login/failure';
import { words } from '../../miniprogram/login/words/index';
import type { Translations } from '../../miniprogram/login/words/translations';

const texts: [key: string, translations: Translations][] = Object.entries(words);
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

describe('every text', () => {
  test.each(texts)('%s says the same names in all four languages', (_, translations) => {
    expect(translations.map((text) => text.trim() === '')).toEqual([false, false, false, false]);
    expect(new Set(translations.map(placeholders)).size).toBe(1);
  });

  test.each(texts)(
    '%s is English in English, and Chinese or Japanese elsewhere',
    (key, translations) => {
      const [zhCN, zhTW, en, ja] = translations;
      expect(en).not.toMatch(/[\u3000-\u9fff]/);
      if (key === 'list.comma') return;
      expect(zhCN).toMatch(/[\u4e00-\u9fff]/);
      expect(zhTW).toMatch(/[\u4e00-\u9fff]/);
      expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    },
  );

  test.each(texts)('%s names only what can be put in', (_, translations) => {
    expect(translations.join(' ').replace(/\{(app|operator|list|scopes)\}/g, '')).not.toMatch(
      /[{}]/,
    );
  });

  test('Traditional Chinese has no Simplified characters', () => {
    // The commonest characters that differ; a slip of copying shows in one of them.
    const simplified =
      /[们这来说对时会个录号请协议并读绑账过错误认证为开关闭权设试网络联系统务钥钮复现]/;
    expect(texts.filter(([, [, zhTW]]) => simplified.test(zhTW)).map(([key]) => key)).toEqual([]);
  });
});

test('every failure has words for what happened, but for what the person decided', () => {
  const without = Object.entries(failures).filter(
    // What has expired is said in the same words.
    ([code]) => code !== 'launch_expired' && !Object.hasOwn(words, code),
  );
  expect(new Set(without.map(([, { fault }]) => fault))).toEqual(new Set(['person']));
  const decided = Object.values(failures).filter(({ fault }) => fault === 'person');
  expect(without).toHaveLength(decided.length);
});
