import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { serveRecorder } from '../../scripts/simulator/node/recorder/recorder';
import { brokenWordsAt } from '../support/line-breaks';
import { root, useRecorder } from './harness/use-recorder';
import { project } from './node/compile/project';

const shop = project({
  'src/app.json': JSON.stringify({ pages: ['pages/a/a', 'pages/b/b'] }),
  'src/pages/a/a.json': '{ "usingComponents": { "card": "./card" } }',
  'src/pages/a/a.wxml': `<view class="row" wx:for="{{ rows }}" wx:key="*this"><text class="name">{{ item }}</text><button bind:tap="onBuy">Buy</button></view>
<view class="total">{{ total }}</view>
<view id="press" bind:longpress="onPress" style="height: 40px"><text>hold</text></view>
<input id="who" class="who" placeholder="Name" bind:input="onInput" bind:confirm="onConfirm" />
<input id="secret" class="secret" password bind:input="onInput" />
<picker range="{{ rows }}" bind:change="onPick"><view class="fruit">{{ picked }}</view></picker>
<card label="Ask" bind:tap="onAsk" /><card label="Menu" bind:tap="onMenu" />
<scroll-view scroll-y class="list" style="height: 60px"><view style="height: 300px" /></scroll-view>
<navigator url="/pages/b/b?from=a">Go</navigator><view class="noted">{{ noted }}</view>`,
  'src/pages/a/a.ts': `Page({
  data: { rows: ['pear', 'plum', 'fig'], total: 0, picked: 'none', noted: '-' },
  note(noted) { this.setData({ noted }) },
  onBuy() { this.setData({ total: this.data.total + 1 }) },
  onPress() { this.note('pressed') },
  onInput({ detail }) { this.note('typed ' + detail.value) },
  onConfirm({ detail }) { this.note('confirmed ' + detail.value) },
  onPick({ detail }) { this.setData({ picked: this.data.rows[detail.value] }) },
  onAsk() { wx.showModal({ title: 'Sure?', editable: true, success: ({ confirm, content }) => this.note(confirm ? 'yes ' + content : 'no') }) },
  onMenu() { wx.showActionSheet({ itemList: ['Edit', 'Delete'], success: ({ tapIndex }) => this.note('menu ' + tapIndex) }) },
});`,
  'src/pages/a/card.json': '{ "component": true }',
  'src/pages/a/card.wxml': '<view class="inner">{{ label }}</view>',
  'src/pages/a/card.ts': 'Component({ properties: { label: String } });',
  'src/pages/b/b.json': '{}',
  'src/pages/b/b.wxml': '<view>second page</view>',
  'src/pages/b/b.ts': 'Page({});',
});
const recorder = useRecorder(shop.dir);
afterAll(() => shop.dispose());
const { file, phone, program, code, recorded } = recorder;
const onPhone = (id: string) => phone().getByTestId(id);

test('what is done by hand is a test, which is green as it is', async () => {
  const page = recorder.page();
  const at = program();
  await at.locator('.row', { hasText: 'plum' }).locator('wx-button').click();
  await recorded(
    "program.locator('.row').filter({ hasText: 'plum' }).getByRole('button', { name: 'Buy' }).tap()",
  );
  await at.locator('.who input').pressSequentially('Mia');
  await recorded("program.locator('#who').fill('Mia')");
  await at.locator('.who input').press('Enter');
  await recorded("program.locator('#who').trigger('confirm', { value: 'Mia' })");
  await at.locator('.secret input').pressSequentially('hidden');
  await recorded("program.locator('#secret').fill(process.env.SECRET ?? '')");
  await at.getByText('hold').click({ delay: 500 });
  await recorded("program.getByText('hold').longPress()");

  await at.locator('.fruit').click();
  await onPhone('picker-confirm').waitFor();
  await phonePage().evaluate(() => window.phone.turnPicker(0, 2));
  await onPhone('picker-confirm').click();
  await recorded("program.locator('picker').choose('fig')");
  await at.getByText('Ask').click();
  await phone().locator('.modal-input').fill("it's");
  await onPhone('modal-confirm').click();
  await recorded("program.dialog.accept('it\\'s')");
  await at.getByText('Menu').click();
  await onPhone('action-1').click();
  await recorded("program.dialog.choose('Delete')");
  await at.locator('.list').hover();
  await page.mouse.wheel(0, 120);
  await recorded("program.locator('.list').scroll({ y: 120 })");

  await expectOn('Expect text', '.total');
  await recorded("expect(program.locator('.total')).toHaveText('1')");
  await expectOn('Expect text', '#who');
  await recorded("expect(program.locator('#who')).toHaveValue('Mia')");
  await expectOn('Expect visible', '.noted');
  await recorded("expect(program.getByText('menu 1')).toBeVisible()");
  await expectOn('Pick locator', '.row >> nth=2 >> text=fig');
  expect(await page.locator('.picked').innerText()).toMatch(/program\.\S.*\s+1 found/);

  await at.getByText('Go').click();
  await recorded("expect(program).toHavePath('pages/b/b')");
  await phone().locator('.navigation-back').click();
  await recorded("expect(program).toHavePath('pages/a/a')");
  await page.getByRole('button', { name: 'Home' }).click();
  await page.getByRole('button', { name: 'Return' }).click();
  await recorded('program.phone.foreground()');
  expect(await code()).not.toContain('hidden');

  await recorder.save();
  expect(readFileSync(file, 'utf8').trim()).toBe((await code()).trim());
  expect(await recorder.runTest({ SECRET: 'open' })).toContain('# pass 1');
});

test('in Chinese no word is taken apart by the end of a line', async () => {
  const page = recorder.page();
  const chinese = await recorder.browser().newPage({ locale: 'zh-CN' });
  await chinese.goto(page.url());
  await chinese.getByRole('heading', { name: '录制测试' }).waitFor();
  expect(await brokenWordsAt(chinese)).toEqual([]);
  await chinese.close();
});

test('what stands there already is not written over', async () => {
  const simulator = recorder.simulator();
  const other = await serveRecorder({ simulator, project: shop.dir, out: join(root, 'README.md') });
  const save = (to: string) =>
    fetch(`${to}/save`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{ "text": "lost" }',
    });
  expect((await save(other)).status).toBe(409);
  expect((await save(`${simulator.url}/recorder/guessed`)).status).toBe(404);
});

/** On the cover, at the middle of what the program shows there. */
async function expectOn(button: string, selector: string): Promise<void> {
  const page = recorder.page();
  const box = await program().locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: 'Choose an element' }).waitFor();
  await page.mouse.click(box.x + Math.min(box.width / 2, 12), box.y + box.height / 2);
  await page.getByRole('button', { name: 'Choose an element' }).waitFor({ state: 'detached' });
}

function phonePage() {
  const frame = recorder
    .page()
    .frames()
    .find((each) => each.url().includes('/phone?'));
  if (!frame) throw new Error('the phone is not there');
  return frame;
}
