import { describe, expect, test } from '@jest/globals';
import { at, read } from './titles';

/** https://html.spec.whatwg.org/multipage/named-characters.html#named-character-references */
describe('a reference', () => {
  test('by name is its character', () => {
    const named = '&lsquo;a&rsquo; &middot; b &mdash; c &ndash; d &hellip; &gt;';
    expect(read(`T ${named}`)).toBe('[T \u2018a\u2019 \u00b7 b \u2014 c \u2013 d \u2026 >]');
  });

  test('by number, up to the last that there is', () => {
    expect(read('T &#1057;&#X421;&#x1f600;&#x10ffff;')).toBe('[T \u0421\u0421\u{1f600}\u{10ffff}]');
    for (const wrong of ['&#-1;', '&#1x;', '&#x;', '&#xg;', '&#1.5;', '&#x 41;', '&#0;', '&#x41x;'])
      expect(read(`T ${wrong}`)).toBeNull();
  });

  // What a browser would find although it is not closed; what only begins like one is none.
  test.each<[string, boolean]>([
    ['&ordf', false],
    ['&ordm', false],
    ['&ord', true],
    ['&laquo', false],
    ['&raquo', false],
    ['&aquo', true],
    ['&sup1', false],
    ['&sup3', false],
    ['&sup4', true],
    ['&frac12', false],
    ['&frac14', false],
    ['&frac34', false],
    ['&frac21', true],
    ['&AElig', false],
    ['&Ouml', false],
    ['&uuml', false],
    ['&1uml', true],
    ['&times', false],
    ['&tim', true],
  ])('%s that is not closed is text: %s', (reference, isText) => {
    expect(read(`T ${reference} x`)).toBe(isText ? `[T ${reference} x]` : null);
    const address = at(`x?a=1${reference}=2`);
    expect(read(`<a href="${address}">T</a>`)).toBe(`[T](${address})`);
  });
});
