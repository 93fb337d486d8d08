import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { migrateBrand } from '../../scripts/brand/migrate';
import { jsonSchema } from '../../scripts/brand/pack/json-schema';
import { notesOn } from '../../scripts/brand/pack/notes';
import { readBrand } from '../../scripts/brand/pack/pack';
import { renamedWords } from '../../scripts/brand/pack/renamed-words';
import { isWordKey } from '../../scripts/brand/pack/word-keys';
import { useCheckout } from './checkout';

let root: string;

useCheckout((made) => {
  root = made;
});

const file = () => join(root, 'brands/demo/brand.json');
const read = () => readFileSync(file(), 'utf8');

/** The demo, with these lines in the place of its words, as a person may have typed them. */
function withWords(lines: string): string {
  const text = read().replace(/"words": \{[\s\S]*\}\s*\}\s*$/, `"words": ${lines}\n}\n`);
  writeFileSync(file(), text);
  return text;
}

const words = `{
    "en":   { "network.advice": "Look at your Wi-Fi.",
              "login.heading":"Hello from {app}",  "finished.noExit": "Bye" },
    "zh-CN": {"timeout.advice" : "请稍候。", "advice.slow": "网络有点慢。"}
  }`;

test('a key is renamed to one that is there, or to none, and is itself no key any more', () => {
  for (const [old, now] of Object.entries(renamedWords)) {
    expect(isWordKey(old)).toBe(false);
    if (now !== null) expect(isWordKey(now)).toBe(true);
  }
});

describe('a pack with keys of an earlier version', () => {
  test('is right, says what they say now, and is told what is renamed', () => {
    withWords(words);
    const brand = readBrand(root, 'demo');
    expect(brand.pack.words).toEqual({
      en: { 'advice.network': 'Look at your Wi-Fi.', 'login.heading': 'Hello from {app}' },
      'zh-CN': { 'advice.slow': '网络有点慢。' },
    });
    expect(notesOn(brand)).toEqual(
      expect.arrayContaining([
        'words.en.network.advice: network.advice is now advice.network; npm run brand -- migrate changes it in the file',
        'words.en.finished.noExit: finished.noExit is not used any more; npm run brand -- migrate removes it',
        'words.zh-CN.timeout.advice: timeout.advice is not used any more; npm run brand -- migrate removes it',
      ]),
    );
  });

  test('is migrated with its order and spaces, once', () => {
    const before = withWords(words);
    const meant = readBrand(root, 'demo').pack;
    expect(migrateBrand(root, 'demo')).toHaveLength(3);
    expect(read()).toBe(
      before
        .replace('"network.advice"', '"advice.network"')
        .replace(',  "finished.noExit": "Bye"', '')
        .replace('"timeout.advice" : "请稍候。", ', ''),
    );
    const after = readBrand(root, 'demo');
    expect(after.pack).toEqual(meant);
    expect(after.renamed).toEqual([]);
    expect(migrateBrand(root, 'demo')).toEqual([]);
  });

  test('is migrated in the words of an app too, and where something else is wrong', () => {
    const pack: { apps: [object]; surprise?: number } = JSON.parse(read());
    pack.apps = [{ ...pack.apps[0], own: { words: { en: { 'unknown.advice': 'Ask us.' } } } }];
    writeFileSync(file(), JSON.stringify({ ...pack, surprise: 1 }));
    expect(migrateBrand(root, 'demo')).toEqual([
      { path: ['apps', 0, 'own', 'words', 'en', 'unknown.advice'], now: 'advice.unknown' },
    ]);
    expect(read()).toContain('"own":{"words":{"en":{"advice.unknown":"Ask us."}}}');
  });

  test('that is no JSON is refused with its place, and stays as it is', () => {
    writeFileSync(file(), '{"words": {},}');
    expect(() => migrateBrand(root, 'demo')).toThrow('line 1, column 13');
    expect(read()).toBe('{"words": {},}');
  });
});

test('an editor knows the keys, with what they say, for the brand and for one app', () => {
  const schema: object = JSON.parse(jsonSchema('en'));
  const at = (...path: readonly string[]) =>
    path.reduce<unknown>((part, key) => Reflect.get(Object(part), key), schema);
  const ofApp = ['properties', 'apps', 'items', 'properties', 'own'];
  for (const place of [[], ofApp]) {
    const keys = [...place, 'properties', 'words', 'properties', 'en', 'properties'];
    expect(at(...keys, 'login.heading')).toMatchObject({
      type: 'string',
      description: expect.stringContaining('{app}'),
    });
    expect(at(...keys, 'network.advice')).toMatchObject({ deprecated: true });
  }
});
