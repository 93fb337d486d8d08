import { describe, expect, test } from '@jest/globals';
import { at, read } from './titles';

/*
 * Titles of GenAuth's agreements are HTML. What is right comes from the HTML standard's tokenizer
 * (https://html.spec.whatwg.org/multipage/parsing.html) and the URL standard: a title that a
 * browser would show or open in another way is refused, never shown in part.
 */

const a = (text: string, path = 'x') => `<a href="${at(path)}">${text}</a>`;

describe('is read into text and links', () => {
  test.each<[string, string, string]>([
    ['a link', a('T'), `[T](${at('x')})`],
    ['a text', 'By going on you agree', '[By going on you agree]'],
    [
      'two links',
      `I agree to ${a('Terms', 'terms')} and ${a('Privacy', 'privacy')}`,
      `[I agree to ][Terms](${at('terms')})[ and ][Privacy](${at('privacy')})`,
    ],
    ['links side by side', a('A', '1') + a('B', '2'), `[A](${at('1')})[B](${at('2')})`],
    ['words after a link', `${a('T')}。`, `[T](${at('x')})[。]`],
    ['a text of 400 characters, whole', 'x'.repeat(400), `[${'x'.repeat(400)}]`],
    ['a text of 500', '同'.repeat(500), `[${'同'.repeat(500)}]`],
    [
      'data-href is not href',
      `<a data-href="${at('wrong')}" href="${at('right')}">T</a>`,
      `[T](${at('right')})`,
    ],
    [
      'nor is it after it',
      `<a href="${at('right')}" data-href="${at('wrong')}">T</a>`,
      `[T](${at('right')})`,
    ],
    [
      'nor is xlink:href',
      `<a xlink:href="${at('wrong')}" href="${at('right')}">T</a>`,
      `[T](${at('right')})`,
    ],
    [
      'an address inside a value is none',
      `<a title='href="${at('wrong')}"' href="${at('right')}">T</a>`,
      `[T](${at('right')})`,
    ],
    ['> inside an attribute', `<a title="a > b" href="${at('x')}">T</a>`, `[T](${at('x')})`],
    ['> inside single quotes', `<a title='a > b' href="${at('x')}">T</a>`, `[T](${at('x')})`],
    ['< inside an attribute', `<a title="a <b> c" href="${at('x')}">T</a>`, `[T](${at('x')})`],
    [
      'the other quote inside quotes',
      `<a title='say "yes"' href="${at('x')}">T</a>`,
      `[T](${at('x')})`,
    ],
    ['single quotes', `<a href='${at('x')}'>T</a>`, `[T](${at('x')})`],
    ['no quotes', `<a href=${at('x')}>T</a>`, `[T](${at('x')})`],
    [
      'no quotes and a slash at the end',
      '<a href=https://docs.example.cn/>T</a>',
      '[T](https://docs.example.cn/)',
    ],
    ['upper case', `<A HREF="${at('x')}" TARGET=_blank>T</A>`, `[T](${at('x')})`],
    ['white space in a tag', `<a\n\thref = "${at('x')}"\n>T</a>`, `[T](${at('x')})`],
    ['attributes without a value', `<a download href="${at('x')}" hidden>T</a>`, `[T](${at('x')})`],
    ['an empty attribute', `<a class="" href="${at('x')}">T</a>`, `[T](${at('x')})`],
    [
      'tags that only dress',
      `<p>I <b>agree</b> to <a href="${at('x')}"><span style="color:red">T</span></a></p>`,
      `[I agree to ][T](${at('x')})`,
    ],
    ['a new line', `A<br>B<br/>C<br />D`, '[A B C D]'],
    [
      'white space',
      `  I\n agree&nbsp;&nbsp;to <a href="${at('x')}"> T </a> `,
      `[I agree to ][T](${at('x')})`,
    ],
    [
      'character references',
      'R&amp;D &lt;T&gt; &quot;x&quot; &apos;y&#39; &#20013;&#x56fd; &ldquo;z&rdquo;',
      '[R&D <T> "x" \'y\' 中国 “z”]',
    ],
    ['a reference only once', '&amp;lt;b&amp;gt;', '[&lt;b&gt;]'],
    ['an ampersand that is none', 'Terms & Privacy, R&D', '[Terms & Privacy, R&D]'],
    ['an ampersand before a word', 'Terms&Notices, AT&T', '[Terms&Notices, AT&T]'],
    [
      'a reference in an address',
      `<a href="${at('x?a=1&amp;b=2')}">T</a>`,
      `[T](${at('x?a=1&b=2')})`,
    ],
    [
      'an ampersand in an address',
      `<a href="${at('x?a=1&copy=2')}">T</a>`,
      `[T](${at('x?a=1&copy=2')})`,
    ],
    [
      'a numbered reference in an address',
      `<a href="&#104;ttps://docs.example.cn/&#x78;">T</a>`,
      `[T](${at('x')})`,
    ],
    ['a greater-than in the text', 'a > b', '[a > b]'],
    ['a host in upper case', '<a href="HTTPS://Docs.Example.CN/X">T</a>', `[T](${at('X')})`],
    ['a host alone', '<a href="https://docs.example.cn">T</a>', '[T](https://docs.example.cn)'],
    [
      'a query at the host',
      '<a href="https://docs.example.cn?x">T</a>',
      '[T](https://docs.example.cn?x)',
    ],
    [
      'white space before the end of a tag',
      `<p ><a href="${at('x')}" >T</a\n></p >`,
      `[T](${at('x')})`,
    ],
    ['a tag that only dresses and is not closed', `<b>${a('T')}`, `[T](${at('x')})`],
    ['spaces around an address', `<a href=" ${at('x')} ">T</a>`, `[T](${at('x')})`],
    ['emoji and joiners', `${a('T')} 👨‍👩‍👧`, `[T](${at('x')})[ 👨‍👩‍👧]`],
  ])('%s', (_, title, right) => {
    expect(read(title)).toBe(right);
  });
});

describe('is refused where a link', () => {
  const to = (href: string) => `<a href="${href}">T</a>`;
  test.each<[string, string]>([
    ['leads to a host that is not declared', to('https://elsewhere.example/x')],
    ['is the second and leads there', `${a('T')} ${to('https://elsewhere.example/x')}`],
    ['ends like a declared host', to('https://evildocs.example.cn/x')],
    ['is a host under a declared one', to('https://a.docs.example.cn/x')],
    ['is a host above a declared one', to('https://example.cn/x')],
    ['begins like a declared host', to('https://docs.example.cn.evil.example/x')],
    ['has a user', to('https://docs.example.cn@evil.example/x')],
    ['has a user at the declared host', to('https://evil@docs.example.cn/x')],
    ['has a password', to('https://a:b@docs.example.cn/x')],
    ['has a port', to('https://docs.example.cn:443/x')],
    ['has a dot at the end of the host', to('https://docs.example.cn./x')],
    ['has a host in other letters', to('https://dоcs.example.cn/x')],
    ['has a host in full width', to('https://ｄocs.example.cn/x')],
    ['has a host in punycode', to('https://xn--dcs-nmc.example.cn/x')],
    ['has an escaped host', to('https://docs%2Eexample.cn/x')],
    ['has a backslash', to('https://docs.example.cn\\@evil.example/x')],
    ['has backslashes for slashes', to('https:\\\\docs.example.cn/x')],
    ['has one slash', to('https:/docs.example.cn/x')],
    ['has no scheme', to('//docs.example.cn/x')],
    ['is relative', to('/x')],
    ['is empty', to('')],
    ['is without TLS', to('http://docs.example.cn/x')],
    ['is a script', to('javascript:alert(1)//https://docs.example.cn/')],
    ['is a script with a tab', to('java\tscript:alert(1)')],
    ['is data', to('data:text/html,https://docs.example.cn/')],
    ['is a mini program', to('weixin://docs.example.cn/x')],
    ['has a space inside', to('https://docs.example.cn/a b')],
    ['has a line break inside', to('https://docs.exa\nmple.cn/x')],
    ['has a tab inside', to('https://docs.example.cn/\tx')],
    ['has a NUL inside', to('https://docs.example.cn/\u0000x')],
    ['turns its direction', to('https://docs.example.cn/\u202ex')],
    ['is not percent-encoded', to('https://docs.example.cn/协议')],
    ['has a port by reference', to('https://docs.example.cn&#58;8443/x')],
    ['has a user by reference', to('https://docs.example.cn&#64;evil.example/x')],
    ['has a reference that is not closed', to('https://docs.example.cn/x?a&copy')],
    ['has an unknown reference', to('https://docs.example.cn/&bogus;')],
    ['is longer than an address', to(`https://docs.example.cn/${'x'.repeat(1_100)}`)],
    ['has no address', '<a>T</a>'],
    ['has data-href alone', `<a data-href="${at('x')}">T</a>`],
    ['has a name alone', '<a name="x">T</a>'],
    ['has an address without a value', '<a href>T</a>'],
    ['has two addresses', `<a href="${at('x')}" href="${at('y')}">T</a>`],
    ['has two addresses in two cases', `<a href="${at('x')}" HREF="https://evil.example/">T</a>`],
    ['has no words', `T <a href="${at('x')}"></a>`],
    ['has spaces for words', `T <a href="${at('x')}"> &nbsp;</a>`],
    ['has nothing that shows', `T <a href="${at('x')}">\u200b\u2060</a>`],
    ['has a filler for words', `T <a href="${at('x')}">\u3164</a>`],
    ['stands in another', `<a href="${at('x')}">T <a href="${at('y')}">U</a></a>`],
    ['is not closed', `<a href="${at('x')}">T`],
    ['is closed twice', `${a('T')}</a>`],
    ['is closed before it begins', `</a>${a('T')}`],
    ['is closed by another tag', `<a href="${at('x')}">T</b>`],
    ['is an area', `<area href="${at('x')}">T`],
  ])('%s', (_, title) => {
    expect(read(title)).toBeNull();
  });
});

describe('is refused where', () => {
  test.each<[string, string]>([
    ['it is longer than anybody reads', 'x'.repeat(501)],
    ['its references are longer', '&amp;'.repeat(399) + 'x'.repeat(102)],
    ['there is nothing', '   '],
    ['there are only tags', '<b></b><br>'],
    ['there are only marks', '《》'],
    ['nothing shows', '\u200b\u200c\u200d\ufeff\u2060'],
    ['nothing shows by reference', '&#8203;&#x2060;'],
    ['a tag is not closed', 'T <b'],
    ['a quote is not closed', `<a href="${at('x')}>T</a>`],
    ['a quote closes too early', `<a title="a" b" href="${at('x')}">T</a>`],
    ['attributes touch', `<a title="a"href="${at('x')}">T</a>`],
    ['a slash is a space', `<a/href="${at('x')}">T</a>`],
    ['an end has attributes', `<a href="${at('x')}">T</a title="x">`],
    ['a less-than is none', 'a < b'],
    ['a heart', 'T <3'],
    ['a comment', `T <!-- ${a('x')} -->`],
    ['a comment that hides the end', `<!--> ${a('T')} -->`],
    ['a declaration', '<!DOCTYPE html>T'],
    ['CDATA', '<![CDATA[T]]>'],
    ['a processing instruction', '<?xml?>T'],
    ['a script', 'T<script>alert(1)</script>'],
    ['a style', 'T<style>a{display:none}</style>'],
    ['a picture', 'T<img src="https://docs.example.cn/x.png" alt="and sells">'],
    ['a field', 'T<input value="x">'],
    ['a frame', 'T<iframe src="https://docs.example.cn/"></iframe>'],
    ['a template', 'T<template>x</template>'],
    ['a vector picture', 'T<svg><text>x</text></svg>'],
    ['a tag nobody knows', 'T<x-y>x</x-y>'],
    ['an unknown reference', 'T &bogus;'],
    ['a reference in the wrong case', 'T &AMP;'],
    ['a less-than that is not closed', 'not &lt agreed'],
    ['an ampersand that is not closed', 'R&ampD'],
    ['a sign that is not closed', '&copy 2026'],
    ['a letter that is not closed', 'caf&eacute terms'],
    ['a word that begins like a reference', 'terms &notices'],
    ['a reference to nothing', 'T &#0;'],
    ['a reference beyond Unicode', 'T &#x110000;'],
    ['a reference to half a pair', 'T &#xd800;'],
    ['a reference without a number', 'T &#;'],
    ['a reference with a wrong number', 'T &#0x41;'],
    ['a name of every object', 'T &constructor;'],
    ['a control character', 'T\u0007'],
    ['a control character by reference', 'T&#7;'],
    ['an escape', 'T\u001b[31m'],
    ['a turned direction', 'T \u202eevil'],
    ['a turned direction by reference', 'T &#x202e;evil'],
    ['an isolate', 'T \u2067evil\u2069'],
    ['a mark of direction', 'T\u200f'],
    ['half a pair', 'T \ud83d'],
    ['a private character', 'T \ue000'],
  ])('%s', (_, title) => {
    expect(read(title)).toBeNull();
  });
});

test('an address keeps the quote that is part of it, and a tag has nothing but attributes', () => {
  expect(read(`<a href="${at("x'y")}">T</a>`)).toBe(`[T](${at("x'y")})`);
  for (const tag of ['<b =>', '<b a="1" = >', '<b / >']) expect(read(`${tag}T</b>`)).toBeNull();
});

describe('takes no longer than others where it is', () => {
  test.each([
    ['nothing but brackets', '<'.repeat(2_000)],
    ['nothing but beginnings', '<a '.repeat(666)],
    ['nothing but quotes', '<a "'.repeat(500)],
    ['attributes without an end', `<a${' a'.repeat(998)}`],
    ['equal signs', `<a${' a ='.repeat(499)}`],
    ['spaces', `<a${' '.repeat(1_997)}`],
    ['ampersands', '&'.repeat(2_000)],
    ['references', '&#'.repeat(1_000)],
    ['tags', '<b>'.repeat(666)],
  ])('%s', (_, title) => {
    const started = performance.now();
    for (let count = 0; count < 20; count += 1) read(title);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
