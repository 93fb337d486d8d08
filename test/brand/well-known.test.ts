import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createBrand, standardAnswers } from '../../scripts/brand/create';
import { generate } from '../../scripts/brand/generate';
import { notesOn } from '../../scripts/brand/pack/notes';
import { BrandError, readBrand } from '../../scripts/brand/pack/pack';
import { checkout } from './checkout';

/** As these companies publish them, or as their logos show them. */
const brands: readonly (readonly [name: string, colour: string])[] = [
  ['WeChat', '#07c160'],
  ['Meituan', '#ffc300'],
  ['Alipay', '#1677ff'],
  ['Taobao', '#ff5000'],
  ['JD', '#e1251b'],
  ['Pinduoduo', '#e02e24'],
  ['Xiaohongshu', '#ff2442'],
  ['Bilibili', '#00aeec'],
  ['Bilibili pink', '#fb7299'],
  ['Zhihu', '#0066ff'],
  ['Weibo', '#e6162d'],
  ['Didi', '#ff7d41'],
  ['Ele.me', '#02b6fd'],
  ['iQIYI', '#00be06'],
  ['NetEase Cloud Music', '#c20c0c'],
  ['QQ Music', '#31c27c'],
  ['Douban', '#00b51d'],
  ['Xiaomi', '#ff6900'],
  ['Luckin', '#0022ab'],
  ['Starbucks', '#006241'],
  ['McDonald’s', '#ffbc0d'],
  ['Spotify', '#1db954'],
  ['Snapchat', '#fffc00'],
  ['LINE', '#06c755'],
  ['Kakao', '#fee500'],
];

let root: string;
/** The brand.json of a brand that each case changes. */
let standard: string;

beforeAll(() => {
  root = checkout();
  createBrand(root, 'standard', standardAnswers('standard'));
  standard = readFileSync(join(root, 'brands/standard/brand.json'), 'utf8');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** WCAG 2.2's own formula, written apart from the code. */
function ratio(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(brands)('%s, %s', (_, colour) => {
  const name = `colour-${colour.slice(1)}`;

  test('is the colour of the button in light and dark, to the last digit', () => {
    const brand = createBrand(root, name, { ...standardAnswers(name), colour });
    for (const theme of ['light', 'dark'] as const) {
      const { primary, onPrimary } = brand.pack.look[theme];
      expect(primary).toBe(colour);
      expect(['#000000', '#ffffff']).toContain(onPrimary);
      expect(ratio(primary, onPrimary)).toBeGreaterThanOrEqual(4.5);
    }
    const sheet = generate(brand).get('miniprogram/brand/theme.wxss')?.toString() ?? '';
    expect(sheet.split(`--primary: ${colour};`)).toHaveLength(3);
  });

  test('is taken on white and on black, with advice where the edge is hard to see', () => {
    const file = join(root, 'brands/standard/brand.json');
    const pack: { look: { light: object; dark: object } } = JSON.parse(standard);
    const [onPrimary] = ['#000000', '#ffffff'].sort((a, b) => ratio(b, colour) - ratio(a, colour));
    Object.assign(pack.look.light, { background: '#ffffff', primary: colour, onPrimary });
    Object.assign(pack.look.dark, { background: '#111111', primary: colour, onPrimary });
    writeFileSync(file, JSON.stringify(pack));
    const notes = notesOn(readBrand(root, 'standard'));
    for (const [theme, background] of [
      ['light', '#ffffff'],
      ['dark', '#111111'],
    ] as const) {
      const advice = notes.filter((note) => note.startsWith(`look.${theme}.primary`));
      expect(advice).toHaveLength(ratio(colour, background) < 3 ? 1 : 0);
    }
  });

  test('with text that can’t be read is refused, with black or white named', () => {
    const file = join(root, 'brands/standard/brand.json');
    const pack: { look: { light: object } } = JSON.parse(standard);
    Object.assign(pack.look.light, { primary: colour, onPrimary: colour });
    writeFileSync(file, JSON.stringify(pack));
    let said = '';
    try {
      readBrand(root, 'standard');
    } catch (error) {
      if (error instanceof BrandError) said = error.problems.join('\n');
    }
    const [, named = ''] = /look\.light\.onPrimary: .*(#000000|#ffffff)/.exec(said) ?? [];
    expect(ratio(named, colour)).toBeGreaterThanOrEqual(4.5);
  });
});
