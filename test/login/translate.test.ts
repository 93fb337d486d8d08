import { expect, test } from '@jest/globals';
import { brand } from '../../miniprogram/brand';
import { createTranslate } from '../../miniprogram/login/present/translate';

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
