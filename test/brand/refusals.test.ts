import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '../../scripts/messages/say';
import { demoPack } from './demo-pack';

/** Mistakes that tenants make in files of their own, each refused in its own words. */

const { place, json, read, problemLines, set } = demoPack();

/** As a Chinese Windows saves it: two bytes for each character that is not ASCII. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(
    Array.from(text, (one) =>
      one < '\u0080' ? [one.charCodeAt(0)] : (codes.get(one) ?? []),
    ).flat(),
  );
}

describe('the encoding of a file', () => {
  test('GBK is said by name, with its line, in Chinese too', () => {
    writeFileSync(place('brand.json'), inGbk(json()));
    expect(problemLines()).toMatch(/brand\.json: is not UTF-8: line 4 is GBK \(“"appName".*港湾/);
    expect(inLanguage('zh', problemLines)).toContain('请用编辑器另存为 UTF-8');
  });

  test('of an agreement is looked at as strictly', () => {
    writeFileSync(place('agreements/terms.en.txt'), inGbk('a\nb 港湾'));
    expect(problemLines()).toContain('agreements/terms.en.txt is not UTF-8: line 2 is GBK');
  });

  test.each([
    ['a byte that never stands in UTF-8', [0x61, 0xff, 0x61]],
    ['a character written too long', [0xc0, 0xaf]],
    ['a surrogate as bytes', [0xed, 0xa0, 0x80]],
    ['a code point past the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a following byte alone', [0x61, 0x80]],
    ['a character cut off in the middle of the file', [0xe6, 0xb8, 0x0a, 0x61]],
  ])('%s', (_, bytes) => {
    writeFileSync(place('agreements/terms.en.txt'), Buffer.from(bytes));
    expect(problemLines()).toContain('agreements/terms.en.txt is not UTF-8: line 1');
  });

  test.each([1, 2])('a file cut off %i byte(s) into its last character', (kept) => {
    const text = Buffer.concat([Buffer.from('条款'), Buffer.from('港').subarray(0, kept)]);
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(problemLines()).toContain('agreements/terms.en.txt is not UTF-8 to its end');
  });

  test.each(['\ufeff', ''])('UTF-16, as Windows calls "Unicode", with mark %j', (mark) => {
    writeFileSync(place('brand.json'), Buffer.from(`${mark}${json()}`, 'utf16le'));
    expect(problemLines()).toContain('brand.json: is UTF-16 and not UTF-8');
  });

  test('a byte order mark is taken, in both kinds of files', () => {
    writeFileSync(place('brand.json'), `\ufeff${json()}`);
    writeFileSync(place('agreements/terms.en.txt'), '\ufeffTerms');
    expect(problemLines()).toBe('');
    expect(read().texts.get('terms')?.en).toBe('Terms');
  });

  test('text that was damaged when it was saved', () => {
    set('appName.en', 'Har\ufffdbor');
    expect(problemLines()).toContain('appName.en: U+FFFD stands in it');
    writeFileSync(place('agreements/terms.en.txt'), 'Ter\ufffdms');
    set('appName.en', 'Harbor');
    expect(problemLines()).toContain('agreements/terms.en.txt U+FFFD stands in it');
  });
});

describe('JSON', () => {
  const edit = (from: string, to: string) => {
    expect(json()).toContain(from);
    writeFileSync(
      place('brand.json'),
      json().replace(from, () => to),
    );
  };

  test('a comma after the last entry is named with line, column and the line itself', () => {
    edit('"words": {}\n}', '"words": {},\n}');
    expect(problemLines()).toMatch(
      /a comma after the last entry; remove it, line \d+, column 14:\n {6}"words": \{\},\n {17}\^/,
    );
  });

  test.each([
    ['"sealed": "optional",', '"sealed": "optional"', 'a comma is missing'],
    ['"sealed": "optional",', '// why\n"sealed": "optional",', 'JSON has no comments'],
    [
      '"sealed": "optional",',
      "'sealed': 'optional',",
      'keys and texts stand between "double quotes"',
    ],
    ['"sealed": "optional",', '"sealed": optional,', 'this is not allowed here'],
    ['"sealed": "optional",', '“sealed”: "optional",', 'is not JSON'],
    ['"sealed": "optional",', '"sealed"： "optional",', 'is not JSON'],
    ['"sealed": "optional",', '"sealed": "optio\nnal",', 'is not JSON'],
    ['"words": {}\n}', '"words": {}\n', 'a } is missing'],
    ['"words": {}\n}', '"words": {}\n}}', 'nothing may stand after the end'],
    ['"words": {}\n}', '"words": NaN\n}', 'is not JSON'],
    ['"radius": 10', '"radius": 010', 'is not JSON'],
    ['"radius": 10', '"radius": +10', 'is not JSON'],
  ])('%s as %s', (from, to, said) => {
    edit(from, to);
    expect(problemLines()).toContain(said);
    expect(problemLines()).toMatch(/line \d+, column \d+:\n/);
  });

  test('an empty file', () => {
    writeFileSync(place('brand.json'), '');
    expect(problemLines()).toContain('brand.json: is not JSON');
  });

  test.each([
    ['"sealed": "optional",', '"sealed": "required", "sealed": "optional",', 'sealed'],
    ['"radius": 10', '"radius": 10, "radius": 10', 'look.radius'],
    ['"sealed": "optional",', '"sealed": "required", "se\\u0061led": "optional",', 'sealed'],
    [
      '"words": {}',
      '"words": {"en": {"login.heading": "a", "login.heading": "b"}}',
      'words.en.login.heading',
    ],
  ])('two keys of one name: %s as %s', (from, to, field) => {
    edit(from, to);
    expect(problemLines()).toMatch(
      new RegExp(`brand\\.json: ${field}: stands twice, first in line \\d+; .*line \\d+, column`),
    );
  });

  test.each(['\\ud83d', '\\ude00', '\\ude00\\ud83d', 'a\\ud800b'])(
    'half a character, %s, wherever it stands',
    (half) => {
      edit('"Harbor"', `"${half}"`);
      expect(problemLines()).toContain('appName.en: half a character (a lone surrogate)');
      edit('"$schema"', `"${half}"`);
      expect(problemLines()).toContain('half a character');
    },
  );

  test('a whole character of two halves is taken', () => {
    edit('"Harbor"', '"\\ud83d\\ude00"');
    expect(problemLines()).toBe('');
  });
});

describe('names that do not show', () => {
  test.each([
    ['a zero-width space', '\u200b'],
    ['joiners', '\u200c\u200d'],
    ['a word joiner', '\u2060'],
    ['a byte order mark between', '\u200b\ufeff\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a Hangul filler', '\u3164'],
    ['a half-width Hangul filler', '\uffa0'],
    ['a blank of Braille', '\u2800'],
    ['a variation selector', '\ufe0f'],
    ['tags', '\u{e0041}\u{e007f}'],
    ...Array.from('\u2063\ufffc\u{1d159}', (sign) => ['an invisible sign', sign]),
    ['spaces of every width', '\u3000\u2003\u00a0\u200b'],
    ['a Mongolian vowel separator', '\u180e'],
    ['an accent without a letter', '\u0301'],
  ])('%s', (_, name) => {
    for (const field of [
      'operator.en',
      'appName.en',
      'contact.en',
      'agreements.items.0.title.en',
    ]) {
      set(field, name);
      expect(problemLines()).toMatch(
        new RegExp(`${field.replaceAll('.', '\\.')}: (nothing in it shows|must not be empty)`),
      );
    }
    writeFileSync(place('agreements/terms.en.txt'), name);
    set('words', { en: { 'login.heading': name } });
    expect(problemLines()).toContain('words.en.login.heading: ');
  });

  test.each(['A\u200bB', '👩‍👩‍👧', 'नमस्ते', '!', '한글', 'é', 'می‌خواهم'])('%s is taken', (name) => {
    set('operator.en', name);
    expect(problemLines()).toBe('');
  });
});

describe('what does not fit together', () => {
  test('the same app, or the same business domain, twice', () => {
    const { apps } = JSON.parse(json());
    set('apps', [...apps, apps[0]]);
    expect(problemLines()).toContain('apps: two of them have the same mobileAppId');
    set('apps', apps);
    set('businessDomains', ['a.example.com', 'a.example.com']);
    expect(problemLines()).toContain('businessDomains: each may stand once');
  });

  test('one AppID for the app and the mini program', () => {
    set('miniProgram.appId', 'wxfedcba0987654321');
    expect(problemLines()).toContain("apps.0.mobileAppId: is the mini program's own AppID");
  });

  test.each(['userPoolId', 'ticketEndpoint'])('"ticket" without genauth.%s', (field) => {
    set(`genauth.${field}`, null);
    expect(problemLines()).toContain(
      `apps.0.returns: "ticket" needs genauth.${field}, which is null`,
    );
    set('apps.0.returns', ['session']);
    expect(problemLines()).toBe('');
  });
});

describe('an agreement’s text', () => {
  test.each([
    '<!DOCTYPE html><html><body>Terms</body></html>',
    '<p>Terms</p>',
    'one<br>two',
    'one<br />two',
    '<H1>Terms</H1>',
    'Terms&nbsp;of use',
    'A &amp; B',
    '&#20320;&#22909;',
    '<a href="https://a.example">x</a>',
    '<div class="x">',
    '<!-- made with an editor -->',
    '<strong>all</strong>',
  ])('%s is HTML', (text) => {
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(problemLines()).toContain('agreements/terms.en.txt is HTML (');
  });

  test.each([
    ['We never \u202eesu your data', 'has a character that turns the direction'],
    ['{\\rtf1\\ansi Terms}', 'is no plain text: a picture or a document'],
    ['Terms\uffff', 'a code that is no character stands in it'],
    [`T${'\u0335'.repeat(20)}`, 'more than six marks stand on one letter'],
  ])('%j is refused in its own words', (text, words) => {
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(problemLines()).toContain(`agreements/terms.en.txt ${words}`);
  });

  test.each([
    'a < b and c > d',
    'Ask <help@harbor.example>',
    'Tom & Jerry',
    'R&D; more',
    '《用户协议》',
    '{list} {app}',
    '<https://harbor.example>',
    'x <- y',
    '1<2',
    '<<Terms>>',
  ])('%s is text', (text) => {
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(problemLines()).toBe('');
  });
});
