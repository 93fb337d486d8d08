import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { minifySheet, minifySheets, trimSheets } from '../../scripts/deploy/compile/sheets';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mini-login-sheets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program with a box of Vant, whose sheet imports another, in a Vant that is ours. */
function trim(imported: string, page: string): string | null {
  const files = {
    'program/app.json': '{"pages":["a"],"usingComponents":{"box":"@vant/weapp/box/index"}}',
    'program/a.wxml': page,
    'modules/@vant/weapp/dist/common.wxss': imported,
    'modules/@vant/weapp/dist/box/index.wxml': '<view class="van-box van-ellipsis"/>',
    'modules/@vant/weapp/dist/box/index.wxss': "@import '../common.wxss';.van-box{left:0}",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  trimSheets(
    { program: join(folder, 'program'), nodeModules: join(folder, 'modules') },
    join(folder, 'packed'),
  );
  const made = join(folder, 'packed/miniprogram_npm/@vant/weapp/box/index.wxss');
  return existsSync(made) ? readFileSync(made, 'utf8') : null;
}

test('an import goes when nobody names one of its classes', () => {
  expect(
    trim('.van-hairline,.van-hairline--top{top:0}.van-clearfix:after{clear:both}', '<view/>'),
  ).toBe('.van-box{left:0}');
});

test.each([
  ['a class that the component names', '.van-ellipsis{overflow:hidden}', '<view/>'],
  ['a class that a page names', '.van-hairline--top{top:0}', '<view class="van-hairline--top"/>'],
  [
    'a variant that is put together',
    '.van-hairline--top{top:0}',
    '<view class="van-hairline--{{side}}"/>',
  ],
  ['an element', 'page{--blue:#00f}', '<view/>'],
  ['a rule of another kind', '@font-face{font-family:a}', '<view/>'],
])('an import stays that has %s', (_name, imported, page) => {
  expect(trim(imported, page)).toBeNull();
});

describe('a sheet that ships', () => {
  test('has prefixes only where base library 3.6.0 needs one', async () => {
    const sheet = '.a { display: flex; position: sticky; mask: url("a.svg"); animation: b 1s }';
    expect(await minifySheet('a.wxss', sheet)).toBe(
      '.a{display:flex;position:sticky;-webkit-mask:url(a.svg);mask:url(a.svg);animation:b 1s}',
    );
  });

  test("keeps the spaces that WeChat's compiler may need, and no others", async () => {
    const sheet =
      "@import './b.wxss';\n@media (min-width: 600px) { .a { --b: 1px; width: calc(1px + 2rpx) } }";
    expect(await minifySheet('a.wxss', sheet)).toBe(
      '@import "./b.wxss";@media (min-width:600px){.a{--b:1px;width:calc(1px + 2rpx)}}',
    );
  });

  test('is refused by its name and line when it is no CSS', async () => {
    const tree = new Map([
      ['a.wxml', Buffer.from('<view/>')],
      ['a.wxss', Buffer.from('.a { top: 0 }\n.b { left: 0')],
    ]);
    await expect(minifySheets(tree)).rejects.toThrow(/^a\.wxss:2: /);
  });
});
