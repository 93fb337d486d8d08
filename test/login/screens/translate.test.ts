import { describe, expect, test } from '@jest/globals';
import { brand } from '../../../miniprogram/brand';
import { createTranslate, plain } from '../../../miniprogram/login/present/translate';

// A name is text, whatever stands in it: what is put in is never searched for more to put in.
test.each(['{list}', 'A {list} B', '{operator}', '{scopes}', '{app}', '$&'])(
  'an app called %s is called so in every sentence',
  (name) => {
    const words = brand.texts.en ?? brand.texts['zh-CN'];
    if (words === undefined) throw new Error('The brand speaks neither English nor Chinese');
    const names = { 'zh-CN': name, en: name };
    const translate = createTranslate('en', {
      ...brand,
      appName: names,
      operator: { 'zh-CN': '{app}', en: '{app}' },
      texts: {
        en: {
          ...words,
          'login.consent': '{app}, {operator}: {list}!',
          'login.scopes.detail': '{app}: {scopes}.',
        },
      },
    });
    const terms = { kind: 'text', id: '', text: 'Terms' } as const;
    expect(translate.withList('login.consent', [[terms]]).map(({ text }) => text)).toEqual([
      `${name}, {app}: `,
      'Terms',
      '!',
    ]);
    expect(translate('login.scopes.detail', { scopes: '{app}' })).toBe(`${name}: {app}.`);
  },
);

describe('a list of names', () => {
  const link = (text: string) => ({ kind: 'agreement', id: text, text }) as const;
  const words = (text: string) => ({ kind: 'text', id: '', text }) as const;
  /** As a tenant keeps two agreements in one sentence of GenAuth's. */
  const two = (and: string) => [words(''), link('A'), words(and), link('B')];

  test.each([
    ['zh-CN', '和', 'A、B和C'],
    ['zh-CN', '、', 'A、B和C'],
    ['zh-TW', '和', 'A、B和C'],
    ['en', ' and ', 'A, B and C'],
    ['ja', 'と', 'A、BとC'],
  ] as const)(
    'has one "and", also where an agreement is a list already (%s, %j)',
    (lang, and, list) => {
      const { withList } = createTranslate(lang, brand);
      expect(plain(withList('login.consent', [two(and), [link('C')]]))).toContain(list);
      expect(plain(withList('login.consent', [[link('A')], [link('B')], [link('C')]]))).toContain(
        list,
      );
    },
  );

  test('leaves other words between links alone', () => {
    const { withList } = createTranslate('en', brand);
    const own = [link('A'), words(' as amended by '), link('B')];
    expect(plain(withList('login.option', [own]))).toContain('A as amended by B');
  });
});
