import { describe, expect, test } from '@jest/globals';
import { both, brandOf, rules, withField } from './directory-entries';

/* The agreements of an entry of a provider's directory: docs/provider.md, version 1. */

describe('its agreements', () => {
  const missing = {
    code: 'agreements_missing',
    message: "The directory's entry has an agreement that cannot be read",
  };
  const agreements = (...items: unknown[]) => withField({ agreements: items });
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...rules, id: `rule-${index}` }));

  test('are texts or pages of hosts that can be opened, ten at most', () => {
    const url = { id: 'terms', version: '1', title: 'Terms', url: 'https://t.example/1' };
    expect(brandOf({ agreements: [url] }).agreements).toMatchObject({
      items: [{ id: 'terms', title: both('Terms'), content: { url: 'https://t.example/1' } }, {}],
    });
    expect(brandOf({ agreements: many(10) }).agreements).toHaveProperty('items.length', 11);
    const long = { ...rules, text: 'x'.repeat(20_000) };
    expect(brandOf({ agreements: [long] }).agreements).toMatchObject({ items: [{}, {}] });
    for (const id of ['wechat-privacy-2', 'a', '7'])
      expect(brandOf({ agreements: [{ ...rules, id }] }).agreements).toMatchObject({
        items: [{ id }, {}],
      });
  });

  test.each<[string, readonly unknown[]]>([
    ['none', []],
    ['eleven', many(11)],
    ['one twice', [rules, rules]],
    ['no object', ['Rules']],
    ['no id', [{ ...rules, id: undefined }]],
    ['an id of the provider\u2019s', [{ ...rules, id: 'provider-rules' }]],
    ['an id of a text', [{ ...rules, id: 'text-1' }]],
    ['WeChat\u2019s id', [{ ...rules, id: 'wechat-privacy' }]],
    ['an id in capitals', [{ ...rules, id: 'Rules' }]],
    ['an id with a space behind', [{ ...rules, id: 'rules ' }]],
    ['an id with a quote before', [{ ...rules, id: '"rules' }]],
    ['too long an id', [{ ...rules, id: 'x'.repeat(33) }]],
    ['no version', [{ ...rules, version: undefined }]],
    ['too long a version', [{ ...rules, version: '1'.repeat(41) }]],
    ['no title', [{ ...rules, title: undefined }]],
    ['too long a title', [{ ...rules, title: 'x'.repeat(61) }]],
    ['a page elsewhere', [{ ...rules, url: 'https://elsewhere.example/1' }]],
    ['no words', [{ ...rules, text: undefined }]],
    ['words that are markup', [{ ...rules, text: '<p>Be kind.' }]],
    ['too many words', [{ ...rules, text: 'x'.repeat(20_001) }]],
    ['one that can be read, and one that cannot', [rules, { ...rules, id: 'b', text: '' }]],
  ])('%s: nobody can agree to them', (_, items) => {
    const answer = agreements(...items);
    expect(answer).toMatchObject({ failure: missing, brand: { appName: both('Acme') } });
  });

  test('that are no list are none', () => {
    expect(withField({ agreements: { 0: rules, length: 1 } })).toMatchObject({ failure: missing });
    expect(withField({ agreements: undefined })).toMatchObject({ failure: missing });
  });
});
