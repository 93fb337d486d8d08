import { expect as check, describe, test } from '@jest/globals';
import { expect, type Program } from '@mini-login/simulator/test';
import { soon, useShop } from './use-shop';

const files = {
  'src/app.json': JSON.stringify({ pages: ['pages/a/a'] }),
  'src/pages/a/a.json': '{}',
  'src/pages/a/a.wxml': `<view id="plain" bind:tap="onTap">plain</view><text id="taps">{{ taps }}</text>
<view id="clear" style="opacity: 0" bind:tap="onTap">clear</view>
<view style="opacity: 0"><view id="inClear">in a clear one</view></view>
<view id="faint" style="opacity: 0.1">faint</view>
<view style="display: none"><view id="none">none</view></view>
<view id="left" style="position: absolute; left: -500px; top: 0; width: 90px">left</view>
<view id="above" style="position: absolute; left: 0; top: -300px; width: 90px; height: 30px">above</view>
<view style="position: fixed; inset: 0; overflow: hidden; pointer-events: none"><view id="right" style="position: absolute; left: 900px; width: 90px">right</view></view>
<view id="sunk" style="position: fixed; bottom: -200px; left: 0; width: 90px; height: 30px">sunk</view>
<view id="edge" style="position: absolute; left: -40px; top: 300px; width: 90px">at the edge</view>
<scroll-view id="rail" scroll-x style="white-space: nowrap; width: 200px"><view id="near" style="display: inline-block; width: 190px">near</view><view style="display: inline-block; width: 900px">wide</view><view id="far" style="display: inline-block; width: 90px">far</view></scroll-view>
<view style="height: 2000px"></view><view id="below">below</view>`,
  'src/pages/a/a.ts':
    'Page({ data: { taps: 0 }, onTap() { this.setData({ taps: this.data.taps + 1 }) } });',
};

let program: Program;
useShop((opened) => {
  program = opened;
}, files);

describe('visible is what a person sees, or can scroll to', () => {
  test.each(['plain', 'faint', 'edge', 'near', 'far', 'below'])('%s', async (id) => {
    await expect(program.locator(`#${id}`)).toBeVisible();
    check(await program.locator(`#${id}`).isVisible()).toBe(true);
  });

  test.each([
    ['clear', 'opacity 0'],
    ['inClear', 'opacity 0'],
    ['none', 'no size'],
    ['left', 'outside the window'],
    ['above', 'outside the window'],
    ['right', 'outside the window'],
    ['sunk', 'outside the window'],
  ])('and not %s', async (id, why) => {
    const it = program.locator(`#${id}`);
    check(await it.isVisible()).toBe(false);
    await expect(it).toBeHidden();
    await expect(it).not.toBeVisible();
    await check(expect(it).toBeVisible(soon)).rejects.toThrow(why);
  });

  test('where it was scrolled to changes nothing', async () => {
    await program.locator('#rail').scroll({ x: 900 });
    await expect(program.locator('#near')).toBeVisible();
    await program.mini.pageScrollTo(900);
    await expect(program.locator('#plain')).toBeVisible();
    await expect(program.locator('#above')).toBeHidden();
  });
});

test('a finger needs no colour: a transparent button is tapped', async () => {
  await program.locator('#clear').tap();
  await expect(program.locator('#taps')).toHaveText('1');
});

test('in the background nothing of the program is seen, and the error says so', async () => {
  const plain = program.locator('#plain');
  const behind = 'the program is in the background';
  await program.phone.background();
  await check(expect(plain).toBeVisible(soon)).rejects.toThrow(behind);
  await check(expect(program).toHavePath('pages/a/a', soon)).rejects.toThrow(behind);
  await check(expect(program).not.toHavePath('pages/b/b', soon)).rejects.toThrow(behind);
  await check(plain.tap(soon)).rejects.toThrow(behind);
  await check((await plain.element()).tap()).rejects.toThrow(behind);
  check(await plain.isVisible()).toBe(false);
  await program.phone.foreground();
  await expect(plain).toBeVisible();
  await expect(program).toHavePath('pages/a/a');
  await plain.tap();
});
