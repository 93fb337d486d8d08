import { expect, test } from '@jest/globals';
import { createFonts, type Span, without } from '../../scripts/screens/fonts';

test('what another font has is taken out of the spans of the first', () => {
  const spans: readonly Span[] = [
    [0x20, 0x7e],
    [0x4e00, 0x4eff],
  ];
  expect(without(spans, [[0, 0xff]])).toEqual([[0x4e00, 0x4eff]]);
  expect(without(spans, [[0x4e10, 0x4e1f]])).toEqual([
    [0x20, 0x7e],
    [0x4e00, 0x4e0f],
    [0x4e20, 0x4eff],
  ]);
});

test('Latin is drawn by Inter alone, Chinese and Japanese by Noto, in whatever order they come', async () => {
  const ranges: string[][] = [];
  const phone = {
    evaluateInFrame: (_: string, faces: readonly { readonly range: string }[]) => {
      ranges.push(faces.map(({ range }) => range));
      return Promise.resolve();
    },
  };
  const addFonts = createFonts(phone);
  await addFonts('Log in 登录 “WeChat”');
  await addFonts('ハーバー 1～2 ﹏');
  const spans = ranges.flat().map((range) => range.split(', ').map(spanOf));
  const having = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.filter((one) => one.some(([first, last]) => first <= code && code <= last)).length;
  };
  expect([...'Login1“登录ハー'].map(having)).toEqual([...'Login1“登录ハー'].map(() => 1));
});

function spanOf(range: string): Span {
  const [first = 0, last = first] = range
    .slice(2)
    .split('-')
    .map((each) => Number.parseInt(each, 16));
  return [first, last];
}
