import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LANGUAGE, languageOf, languages, readLanguage } from '@mini-login/platform/language';
import { withSlashes } from '@mini-login/platform/paths';
import {
  currentLanguage,
  inLanguage,
  listed,
  listedInWords,
  say,
  text,
} from '../../scripts/messages/say';

const folder = resolve(__dirname, '../../scripts/messages');
const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map(withSlashes)
  .filter((file) => file !== 'say.ts' && file.endsWith('.ts'));

/** Every message of every table, asked with values that can be found again in what it says. */
const all = tables.flatMap((file) => {
  const exported: object = require(join(folder, file));
  return Object.entries(exported).flatMap(([table, messages]) =>
    Object.entries(Object(messages)).map(([key, message]): [string, unknown] => [
      `${file} ${table}.${key}`,
      message,
    ]),
  );
});

const marks = ['⟦1⟧', '⟦2⟧', '⟦3⟧', '⟦4⟧', '⟦5⟧'];

test('there are messages', () => {
  expect(all.length).toBeGreaterThan(150);
});

describe.each(all)('%s', (_, message) => {
  if (typeof message !== 'function') throw new Error('A message is a function');
  const used = marks.slice(0, Math.max(message.length, 0));
  const said: object = Object(Reflect.apply(message, undefined, used));
  // A finding has three parts: what, why and how.
  const parts: readonly object[] = 'en' in said ? [said] : Object.values(said);
  const inAll = (language: string) =>
    parts.map((part) => String(Reflect.get(part, language))).join('\n');

  test('is there in every language, and in no other', () => {
    for (const part of parts) {
      expect(Object.keys(part).sort()).toEqual([...languages].sort());
      for (const language of languages)
        expect(String(Reflect.get(part, language)).trim()).not.toBe('');
    }
  });

  test('is Chinese in Chinese, and names the same values in each', () => {
    // A command is typed the same in every language.
    const words = inAll('zh')
      .replaceAll(/⟦\d⟧/g, '')
      .replaceAll(/npm run [\w -]+/g, '');
    expect(words).toMatch(/\p{Script=Han}|^[^\p{L}]*$/u);
    expect(words).not.toMatch(/\p{Script=Han}[,;:!?()]|[,;!?]\p{Script=Han}/u);
    const [english] = Array.from(inAll('zh').matchAll(/\bdocs\/[\w-]+(?=\.md)/g))
      .map(([page]) => `${page}.zh-CN.md`)
      .filter((page) => existsSync(join(folder, '../..', page)));
    expect(english).toBeUndefined();
    for (const mark of used)
      for (const language of languages) expect(inAll(language)).toContain(mark);
  });
});

test('what speaks joins lists and parts of a sentence as the language does: listed(), or the table', () => {
  const scripts = join(folder, '..');
  const joined = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs)$/.test(path) && !/node_modules|\bout\b/.test(path))
    .map((path): [string, string] => [path, readFileSync(join(scripts, path), 'utf8')])
    .filter(([, source]) => /from '[./]*\/messages\//.test(source))
    .filter(([, source]) =>
      /\.join\((['"`])[,;]\s?\1\)|\$\{say\([^`\n]*\)\}[,;] |[,;] \$\{say\(/.test(source),
    );
  expect(joined.map(([path]) => path)).toEqual([]);
  const inBoth = (join: (names: readonly string[]) => string) =>
    languages.map((language) => inLanguage(language, () => join(['a', 'b', 'c'])));
  expect(inBoth(listed)).toEqual(['a, b, c', 'a、b、c']);
  expect(inBoth(listedInWords)).toEqual(['a, b and c', 'a、b 和 c']);
});

describe('the language', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_TW' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'C', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'C', LC_ALL: '', LC_MESSAGES: 'zh_CN' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', [LANGUAGE]: 'en' }, 'en'],
    [{ LANG: 'zhuang' }, 'en'],
  ])('of %j is %s', (env, expected) => {
    expect(languageOf(env)).toBe(expected);
  });

  test.each(['', 'fr', 'english', 'cn', 'zhx'])('%j is none', (tag) => {
    expect(readLanguage(tag)).toBeNull();
  });

  test.each([
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['ZH', 'zh'],
    ['en-GB', 'en'],
  ])('%s is %s', (tag, expected) => {
    expect(readLanguage(tag)).toBe(expected);
  });

  test('of one piece of work ends with it, also when it fails', () => {
    const message = text('one', '一');
    expect(inLanguage('zh', () => say(message))).toBe('一');
    expect(() =>
      inLanguage('zh', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([currentLanguage(), say(message)]).toEqual(['en', 'one']);
  });
});
