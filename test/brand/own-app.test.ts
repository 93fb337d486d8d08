import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { BrandError, readBrand } from '../../scripts/brand/pack/pack';
import { useCheckout } from './checkout';

let root: string;

useCheckout((made) => {
  root = made;
});

function problems(): string {
  try {
    readBrand(root, 'demo');
    return '';
  } catch (error) {
    if (!(error instanceof BrandError)) throw error;
    return error.problems.join('\n');
  }
}

/** Of the first app. */
function own(value: unknown): void {
  const file = join(root, 'brands/demo/brand.json');
  const pack: unknown = JSON.parse(readFileSync(file, 'utf8'));
  Object(pack).apps[0].own = value;
  writeFileSync(file, JSON.stringify(pack));
}

describe('what one app has of its own', () => {
  test('is held to the same rules as the brand, each under its own field', () => {
    const dull = {
      background: '#ffffff',
      primary: '#0b6478',
      onPrimary: '#0b6478',
      link: '#0b6478',
    };
    own({
      logo: 'none.png',
      look: { light: dull, dark: dull },
      contact: { en: 'only@english.example' },
      agreements: {
        from: 'brand',
        items: [
          {
            id: 'rules',
            version: '1',
            title: { 'zh-CN': '《规则》', 'zh-TW': '《規則》', en: 'Rules', ja: '規則' },
            content: { url: 'https://elsewhere.example/rules' },
          },
        ],
      },
      words: { en: { 'login.heading': 'Hello {nobody}' } },
    });
    const all = problems();
    for (const field of [
      'apps.0.own.logo: none.png is not in the brand folder',
      'apps.0.own.look.light.onPrimary: contrast',
      'apps.0.own.contact.ja: is missing',
      'apps.0.own.agreements.items.0.content.url: elsewhere.example is not in businessDomains',
      'apps.0.own.words.en.login.heading: {nobody} is not known here',
    ])
      expect(all).toContain(field);
  });

  test('texts of its agreements are read next to the brand’s', () => {
    own({ agreements: { from: 'brand', items: [] } });
    expect(problems()).toContain('apps.0.own.agreements.items');
    const title = { 'zh-CN': '《甲》', 'zh-TW': '《甲》', en: 'A', ja: '甲' };
    own({
      agreements: {
        from: 'brand',
        items: [{ id: 'a', version: '1', title, content: { textFile: 'missing' } }],
      },
    });
    expect(problems()).toContain('apps.0.own.agreements.items.0.content.textFile');
  });
});
