import { renameSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { demoPack } from './demo-pack';

/** What copies, merges and wrong encodings leave in a pack, each refused in its own words. */

const { place, problemLines, set } = demoPack();

/** Byte by byte: https://encoding.spec.whatwg.org/index-windows-1252.txt */
const cp1252 = [...Array(256).keys()].map((byte) =>
  byte < 0x80 || byte > 0x9f
    ? String.fromCharCode(byte)
    : [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'][byte - 0x80],
);

describe('a text that went through a wrong encoding', () => {
  // As editors save it that take UTF-8 for Windows-1252, or for GBK.
  const inLatin = [...Buffer.from('《用户协议》')].map((byte) => cp1252.at(byte) ?? '').join('');
  const inChinese = new TextDecoder('gbk').decode(Buffer.from('港湾科技有限公司'));

  test.each([
    ['of Windows-1252', inLatin, '《用户协议》'],
    ['of Latin-1', Buffer.from('港湾').toString('latin1'), '港湾'],
    ['of GBK', inChinese, '港湾科技有限公司'],
  ])('%s is refused with what it was', (_, wrong, right) => {
    set('operator.en', wrong);
    expect(problemLines()).toContain(`operator.en: is UTF-8 that was read in another encoding`);
    expect(problemLines()).toContain(`it was “${right}”`);
    set('operator.en', 'Harbor');
    writeFileSync(place('agreements/terms.en.txt'), wrong);
    expect(problemLines()).toContain('terms.en.txt is UTF-8 that was read in another encoding');
  });

  test.each(['锟斤拷', '\ufffd'])('%s is refused', (wrong) => {
    set('operator.en', wrong);
    expect(problemLines()).toContain('operator.en: ');
  });

  test.each(['联通', 'São Paulo', 'œuvre', '慜慝慞', '株式会社みなと', '€uro'])(
    '%s is taken',
    (name) => {
      set('operator.en', name);
      expect(problemLines()).toBe('');
    },
  );
});

describe('what comes with copies and merges', () => {
  test('a sign of one font alone', () => {
    set('operator.en', 'Harbor \uf0b7');
    expect(problemLines()).toContain('operator.en: has U+F0B7, a sign of one font alone');
  });

  test.each(['｛app｝', '{ app }', '{{app}}', '\u0024{app}', '{app'])('braces as %s', (braces) => {
    set('words', { en: { 'login.heading': `Welcome to ${braces}` } });
    expect(problemLines()).toContain('words.en.login.heading: braces stand for a name alone');
  });

  test.each([
    ['a link alone', 'https://a.example/terms', 'holds a link and no text'],
    ['a link of Windows', '[InternetShortcut]\nURL=https://a.example', 'holds a link and no text'],
    ['XML', '<?xml version="1.0"?><w:p>x</w:p>', 'is HTML (<?xml)'],
    ['Word', 'a <w:p>x</w:p>', 'is HTML (<w:p>)'],
    ['a merge', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main', 'line 2 is the mark of a merge'],
  ])('an agreement that is %s', (_, text, said) => {
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(problemLines()).toContain(`terms.en.txt ${said}`);
  });

  test.each([
    ...['<address>', '<del>x</del>', '<INS>', '<mark class="x">', '<label>', '<figure>'],
    ...['<![if !supportLists]>', '&emsp;Terms', '&copy; 2026', 'a&middot;b', '&Eacute;tat'],
  ])('%s in an agreement is HTML', (text) => {
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(problemLines()).toContain('agreements/terms.en.txt is HTML (');
  });

  test.each([
    ...['AT&T; R&D; Q&As;', 'x&unknown;', 'if a < b and c > d', 'C++ <Pro>', 'to <your name>'],
    ...['用户协议\n\n涉及通用条款\n联通\n第1条', 'Conditions générales\n«été»\nà la carte'],
  ])('%j in an agreement is plain text', (text) => {
    writeFileSync(place('agreements/terms.en.txt'), text);
    expect(problemLines()).toBe('');
  });

  test.each(['windows-1252', 'gbk'])('one paragraph that was UTF-8 and read as %s', (encoding) => {
    const part = new TextDecoder(encoding).decode(Buffer.from('请阅读隐私政策吧'));
    expect(part).not.toContain('\ufffd');
    writeFileSync(place('agreements/terms.en.txt'), `用户协议\n\n${part}\n\n第一条`);
    expect(problemLines()).toContain('terms.en.txt is UTF-8 that was read in another');
  });

  test('a line under a heading is no merge', () => {
    writeFileSync(place('agreements/terms.en.txt'), 'Terms\n=======\ntext');
    expect(problemLines()).toBe('');
  });

  test.each([
    ['a merge', '<<<<<<< HEAD\n{}', 'the mark of a merge that was not finished'],
    ['a blank of a web page', '{"a":\u00a01}', 'U+00A0 is another blank than JSON knows'],
    ['a full-width blank', '{"a":\u30001}', 'U+3000 is another blank'],
  ])('brand.json with %s', (_, text, said) => {
    writeFileSync(place('brand.json'), text);
    expect(problemLines()).toContain(said);
  });

  test('a secret as a field', () => {
    set('appSecret', '0'.repeat(32));
    expect(problemLines()).toContain('appSecret: a secret never belongs into a pack');
  });

  test.each(['Logo.png', 'logo.jpg'])('%s in place of logo.png is named', (name) => {
    renameSync(place('logo.png'), place(name));
    expect(problemLines()).toContain(`logo.png is not in the brand folder; ${name} is, rename it`);
  });
});
