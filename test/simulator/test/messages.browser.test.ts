import { expect as check, describe, test } from '@jest/globals';
import { expect, type Program } from '@mini-login/simulator/test';
import { Locator } from '../../../scripts/simulator/test/locator';
import { soon, useShop } from './use-shop';

const files = {
  'src/app.json': JSON.stringify({ pages: ['pages/a/a'] }),
  'src/pages/a/a.json': '{}',
  'src/pages/a/a.wxml': `<button id="on" bind:tap="onNothing">on</button><switch id="no" /><switch id="yes" checked />
<view id="view">some words</view><slider id="slider" min="10" max="60" />
<button id="ask" bind:tap="onAsk">ask</button><button id="menu" bind:tap="onMenu">menu</button>
<view id="noted">{{ noted }}</view>`,
  'src/pages/a/a.ts': `Page({
  data: { noted: '' },
  onNothing() {},
  onAsk() { wx.showModal({ title: 'Sure?', content: 'Really', cancelText: 'Keep', confirmText: 'Drop' }) },
  onMenu() { wx.showActionSheet({ itemList: ['Edit', 'Delete'], success: ({ tapIndex }) => this.setData({ noted: 'menu ' + tapIndex }) }) },
});`,
};

let program: Program;
useShop((opened) => {
  program = opened;
}, files);

describe('what was expected is said, also where there is no argument', () => {
  test.each<[string, (given: Program) => Promise<void>]>([
    ['not enabled', (given) => expect(given.locator('#on')).not.toBeEnabled(soon)],
    ['disabled', (given) => expect(given.locator('#on')).toBeDisabled(soon)],
    ['checked', (given) => expect(given.locator('#no')).toBeChecked(soon)],
    ['not checked', (given) => expect(given.locator('#yes')).not.toBeChecked(soon)],
    ['not visible', (given) => expect(given.locator('#on')).not.toBeVisible(soon)],
    ['hidden', (given) => expect(given.locator('#on')).toBeHidden(soon)],
  ])('%s', async (wants, run) => {
    await check(run(program)).rejects.toThrow(`\n  expected  ${wants}\n  received  `);
  });
});

test('what takes no text says so', async () => {
  const view = program.locator('#view');
  const words = '<view> takes no text';
  await check(view.fill('x')).rejects.toThrow(`locator('#view').fill "x": `);
  for (const tried of [view.fill('x'), view.type('x')])
    await check(tried).rejects.toThrow(`${words}: <input> and <textarea> do`);
  await check(view.inputValue()).rejects.toThrow(/\.inputValue: .*<view> takes no text/);
  await check(expect(view).toHaveValue('x', soon)).rejects.toThrow('nothing that has a value');
});

test('a slider takes no value that it has not', async () => {
  const slider = program.locator('#slider');
  await slider.slideTo(60);
  await expect(slider).toHaveValue('60');
  const { context } = program;
  const hasty = new Locator({ ...context, timeout: 200 }, slider.steps);
  for (const value of [400, 9])
    await check(hasty.slideTo(value)).rejects.toThrow(
      `<slider> goes from 10 to 60, and not to ${value}`,
    );
  await expect(slider).toHaveValue('60');
});

test('what lies over it is named, with what answers it', async () => {
  const on = program.locator('#on');
  await program.locator('#menu').tap();
  await check(on.tap(soon)).rejects.toThrow(
    'an action sheet of "Edit", "Delete" lies over it: dialog.choose() or dialog.dismiss()',
  );
  await program.dialog.dismiss();
  await program.locator('#ask').tap();
  await check(on.tap(soon)).rejects.toThrow(
    'a modal "Sure?" lies over it: dialog.accept() or dialog.dismiss()',
  );
  // Nothing to choose from, and nothing that will come: it is not waited for.
  await check(program.dialog.choose('x', { timeout: 3_600_000 })).rejects.toThrow(
    'a modal "Sure?" is open, with nothing to choose from: its buttons are "Keep" and "Drop"',
  );
  await program.dialog.dismiss();
  await on.tap();
});

test('a dialog is waited for as long as its options say', async () => {
  await check(program.dialog.choose('Nope', soon)).rejects.toThrow('waited 200 ms for an action');
  await program.locator('#menu').tap();
  await check(program.dialog.choose('Nope', soon)).rejects.toThrow(
    '"Nope" is not there; there are Edit and Delete',
  );
  await program.dialog.choose('Delete', { timeout: 60_000 });
  await expect(program.locator('#noted')).toHaveText('menu 1');
});
