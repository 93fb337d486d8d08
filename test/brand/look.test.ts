import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PNG } from 'pngjs';
import { extJsonOf } from '../../scripts/brand/ext';
import { generate } from '../../scripts/brand/generate';
import { BrandError, readBrand } from '../../scripts/brand/pack/pack';
import { brandedProgram } from '../../scripts/deploy/branded';
import { inLanguage } from '../../scripts/messages/say';
import { here, useCheckout } from './checkout';

let root: string;

useCheckout((made) => {
  root = made;
});

function writeLook(look: object, name = 'demo', change: (pack: object) => object = (one) => one) {
  const file = join(root, `brands/${name}/brand.json`);
  const pack = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(change({ ...pack, look: { ...pack.look, ...look } })));
}

function writePicture(name: string, width: number, height: number): void {
  const picture = new PNG({ width, height });
  picture.data.fill(200);
  // One kind of line: to try each on each line takes seconds.
  writeFileSync(join(root, 'brands/demo', name), PNG.sync.write(picture, { filterType: 0 }));
}

function made(path: string): string {
  return generate(readBrand(root, 'demo')).get(`miniprogram/brand/${path}`)?.toString() ?? '';
}

function problems(): string {
  const said = (['en', 'zh'] as const).map((language) =>
    inLanguage(language, () => {
      try {
        readBrand(root, 'demo');
        return '';
      } catch (error) {
        if (!(error instanceof BrandError)) throw error;
        return error.message;
      }
    }),
  );
  expect(said[1]).toMatch(/\p{Script=Han}|^$/u);
  return said[0] ?? '';
}

const band = { light: '#ffcc00', dark: '#332200' };

test('a brand that says nothing about its look has no rule for it', () => {
  expect(made('theme.wxss')).not.toMatch(/\.(?:screen|body|head|reader|logo)\b/);
  expect(made('logo.wxml')).toMatch(/^<image class="logo"[^>]*>$/);
});

test('height of buttons, font, and the logo are rules that outweigh those of the program', () => {
  writeLook({ buttonHeight: 60, font: 'serif', logo: { shape: 'circle', size: 80 } });
  const sheet = made('theme.wxss');
  expect(sheet).toMatch(/\.screen \.button\.button \{\s+min-height: 60px;/);
  expect(sheet).toMatch(/\.reader \{\s+font-family: ui-serif,/);
  expect(sheet).toMatch(/\.body \.logo \{\s+border-radius: 50%;/);
  expect(sheet).toMatch(/min-height: 621px\) \{\s+\.body \.logo \{\s+width: calc\(80px/);
});

describe('a head', () => {
  test('of colours is a band of the one in light and the other in the dark', () => {
    writeLook({ head: band });
    const [light = '', dark = ''] =
      made('theme.wxss')
        .split(/\.head \{\s+position: absolute/)[1]
        ?.split('(prefers-color-scheme: dark)') ?? [];
    expect(light).toContain('background: #ffcc00;');
    expect(dark).toContain('background: #332200;');
    expect(made('logo.wxml')).toMatch(/^<view class="head" aria-hidden="true"><\/view><image/);
  });

  test('of a picture in one theme is there in that one alone', () => {
    writePicture('hills.png', 750, 300);
    writeLook({ head: { ...band, dark: 'hills.png' } });
    expect(made('logo.wxml')).toContain('<image class="head-dark" src="/brand/head-dark.png"');
    expect(made('logo.wxml')).not.toContain('head-light');
    expect(made('head-dark.png')).not.toBe('');
    expect(made('head-light.png')).toBe('');
  });

  test.each([
    ['that is not there', 'nothing.png', 0, 0, 'look.head.light: nothing.png is not in the brand'],
    ['that is too narrow', 'a.png', 600, 200, 'look.head.light: a.png is 600 px wide; 640 to 1500'],
    ['that is no band', 'b.png', 750, 600, 'look.head.light: b.png is 750 x 600 px; a band'],
  ])('of a picture %s is refused', (_, file, width, height, said) => {
    if (width > 0) writePicture(file, width, height);
    writeLook({ head: { ...band, light: file } });
    expect(problems()).toContain(said);
  });

  test('of a picture that is none is refused', () => {
    writeFileSync(join(root, 'brands/demo/c.png'), '<svg/>');
    writeLook({ head: { ...band, dark: 'c.png' } });
    expect(problems()).toContain(
      'look.head.dark: c.png cannot be read as a PNG picture (it is a SVG)',
    );
  });

  test("is refused next to an app's own colours, which it was not made for", () => {
    const own = { look: { light: theme('#ffffff'), dark: theme('#111111') } };
    writeLook({ head: band }, 'demo', (pack) => ({
      ...pack,
      apps: [{ ...Reflect.get(pack, 'apps')[0], own }],
    }));
    expect(problems()).toContain('look.head: apps.0.own has a logo or colours of its own');
  });
});

test('a fleet has the pictures of each brand in its own package, and of no other', async () => {
  writePicture('hills.png', 750, 300);
  writeLook({ head: { light: 'hills.png', dark: '#332200' } });
  const brand = readBrand(root, 'demo');
  const places = [...generate(brand).keys(), 'miniprogram/brand/head-dark.png'].map(
    (path) => [path.slice('miniprogram/'.length).replace(/ts$/, 'js'), Buffer.from('')] as const,
  );
  const { files } = await brandedProgram({ files: new Map(places), maps: new Map() }, brand);
  expect(files.get('brand/head-light.png')).toEqual(
    readFileSync(join(root, 'brands/demo/hills.png')),
  );
  expect(files.has('brand/head-dark.png')).toBe(false);
});

test('what only a style sheet can show is refused for ext_json, by its name', () => {
  writeLook({ buttonHeight: 60, head: band });
  const template = readBrand(here, 'platform');
  expect(() => extJsonOf(readBrand(root, 'demo'), template)).toThrow(
    /look\.buttonHeight: .*\nlook\.head: /,
  );
});

function theme(background: string) {
  const [primary, onPrimary] =
    background === '#ffffff' ? ['#0b6478', '#ffffff'] : ['#6cc3d3', '#06232a'];
  return { background, primary, onPrimary, link: primary };
}
