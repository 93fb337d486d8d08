import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PNG } from 'pngjs';
import { generate } from '../../scripts/brand/generate';
import { notesOn } from '../../scripts/brand/pack/notes';
import { readBrand } from '../../scripts/brand/pack/pack';
import { useCheckout } from './checkout';

/** What is taken, and said. */

let root: string;

useCheckout((made) => {
  root = made;
});

const place = (path: string) => join(root, 'brands/demo', path);

function change(from: string, to: string): void {
  const json = readFileSync(place('brand.json'), 'utf8');
  expect(json).toContain(from);
  writeFileSync(place('brand.json'), json.replaceAll(from, to));
}

const notes = () => notesOn(readBrand(root, 'demo')).join('\n');

test('a brand of one’s own that is right has none', () => {
  change('  "sample": true,\n', '');
  expect(notes()).toBe('');
});

test('"sample" left in a copy', () => {
  expect(notes()).toContain('sample: is true, so that upload --all leaves this brand out');
});

test('no privacy policy, by any name', () => {
  for (const text of ['《隐私政策》', '《隱私權政策》', 'Privacy Policy', 'プライバシーポリシー'])
    change(text, `${text.charAt(0)}...`);
  expect(notes()).not.toContain('privacy policy');
  change('"id": "privacy"', '"id": "second"');
  expect(notes()).toContain('agreements.items: none of them is called a privacy policy');
});

test('the same title twice', () => {
  change('Privacy Policy', 'Terms of Service');
  expect(notes()).toContain(
    'agreements.items.1.title.en: is the same as that of agreements.items.0',
  );
});

test('letters that look like others', () => {
  change('"en": "Harbor"', '"en": "Наrbor"');
  expect(notes()).toContain('appName.en: “Наrbor” has letters that look Latin');
});

describe('colours', () => {
  // https://en.wikipedia.org/wiki/Green_WeChat and the like: on white none has 3 : 1.
  test.each(['#07c160', '#ffc300', '#ffcc00', '#ffff00', '#00aaff'])(
    '%s may be the button’s, with advice and black text',
    (colour) => {
      change(
        '"primary": "#0b6478", "onPrimary": "#ffffff"',
        `"primary": "${colour}", "onPrimary": "#000000"`,
      );
      expect(notes()).toContain('look.light.primary: contrast with look.light.background is ');
      const sheet = generate(readBrand(root, 'demo')).get('miniprogram/brand/theme.wxss');
      expect(sheet?.toString()).toContain(`--primary: ${colour};`);
    },
  );
});

describe('the logo', () => {
  const packed = () => generate(readBrand(root, 'demo')).get('miniprogram/brand/logo.png');

  /** Before the picture's data; the check sum is not looked at by readers of chunks they don't know. */
  const withChunk = (type: string, content: string) => {
    const png = readFileSync(place('logo.png'));
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length);
    const chunk = Buffer.concat([size, Buffer.from(type + content, 'latin1'), Buffer.alloc(4)]);
    return Buffer.concat([png.subarray(0, 33), withCheckSum(chunk), png.subarray(33)]);
  };

  test('with metadata and a tail goes without them into the package', () => {
    const before = readFileSync(place('logo.png'));
    const added = withChunk('tEXt', 'Author\0Somebody');
    writeFileSync(place('logo.png'), Buffer.concat([added, Buffer.from('a tail')]));
    expect(notes()).toContain('logo: logo.png has metadata (tEXt)');
    expect(packed()?.includes('Somebody')).toBe(false);
    expect(packed()?.includes('a tail')).toBe(false);
    const pixels = (png: Buffer) => PNG.sync.read(png).data;
    expect(pixels(packed() ?? before).equals(pixels(before))).toBe(true);
  });

  test('that moves is said', () => {
    writeFileSync(place('logo.png'), withChunk('acTL', '\0\0\0\x02\0\0\0\0'));
    expect(notes()).toContain('logo: logo.png is animated');
    expect(packed()?.includes('acTL')).toBe(false);
  });

  test('that is transparent is said', () => {
    const logo = new PNG({ width: 192, height: 192 });
    const save = () => writeFileSync(place('logo.png'), PNG.sync.write(logo));
    save();
    expect(notes).toThrow('logo: logo.png is transparent in every pixel');
    logo.data[3] = 255;
    save();
    expect(notes()).toContain('logo: logo.png is transparent in places');
  });
});

/** CRC-32 of type and content, as PNG asks. */
function withCheckSum(chunk: Buffer): Buffer {
  let sum = 0xffffffff;
  for (const byte of chunk.subarray(4, -4)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  chunk.writeUInt32BE(~sum >>> 0, chunk.length - 4);
  return chunk;
}

describe('names and texts that are right by their form', () => {
  const field = (value: unknown) => change('"en": "Harbor"', `"en": ${JSON.stringify(value)}`);

  test.each([
    ['Har\u200bbor', '(U+200B)'],
    ['Har\u00adbor\u{e0049}', '(U+00AD, U+E0049)'],
    ['Tom &amp; Jerry', 'has HTML (&amp;)'],
    ['<b>Harbor</b>', 'has HTML (<b>)'],
    ['??', 'has signs alone'],
    ['{{appName}}', '“{{appName}}” looks like'],
    ['\u0024{name}', '“\u0024{name}” looks like'],
    ['undefined', '“undefined” looks like'],
    ['[object Object]', 'still to be filled in'],
    ['\\u6e2f', 'still to be filled in'],
  ])('%j is noted', (name, note) => {
    field(name);
    expect(notes()).toContain('appName.en: ');
    expect(notes()).toContain(note);
  });

  test.each([
    ...['Q&A <3', 'C++ <Pro>', 'R&D; lab', '{list}', '$100', '联通', '👨‍👩‍👧', 'क्‍ष', 'می‌خواهم'],
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
  ])('%j is not', (name) => {
    field(name);
    expect(notes()).not.toContain('appName.en: ');
  });

  test.each([
    ['# Terms\n\nText', 'is Markdown (“# Terms”)'],
    ['Read **this** first', 'is Markdown (“**this**”)'],
    ['By {{company}}.', '“{{company}}” looks like'],
    ['本协议由XX公司提供', '“XX公司” looks like'],
  ])('an agreement %j is noted', (text, note) => {
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(notes()).toContain(`agreements/terms.en.txt: ${note}`);
  });

  test('one text for two agreements is noted', () => {
    writeFileSync(
      place('agreements/privacy.en.txt'),
      readFileSync(place('agreements/terms.en.txt')),
    );
    expect(notes()).toContain('is the same text as agreements/terms.en.txt');
    change('"textFile": "privacy"', '"textFile": "terms"');
    expect(notes()).toContain('agreements.items.1.content: names the same text as agreements.it');
  });
});
