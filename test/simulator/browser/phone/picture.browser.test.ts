import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPhone, type Phone, startSimulator } from '@mini-login/simulator';
import { PNG } from 'pngjs';
import { project } from '../../node/compile/project';

const moving = project({
  'src/app.json': '{ "pages": ["a"], "window": { "navigationStyle": "custom" } }',
  'src/a.wxml':
    '<view class="scrolled" /><view class="ended" /><view class="endless" /><view class="long" />',
  'src/a.wxss': `view { position: fixed; left: 0; width: 100px; height: 50px; background: rgb(0, 0, 255) }
.scrolled { top: 200px; animation: red linear; animation-timeline: scroll() }
.ended { top: 300px; animation: red 60s forwards }
.endless { top: 400px; animation: red 60s infinite alternate }
.long { position: static; height: 5000px; background: none }
@keyframes red { from { background: rgb(0, 255, 0) } to { background: rgb(255, 0, 0) } }`,
  'src/a.ts': 'Page({});',
});
let phone: Phone;
let close: () => Promise<void>;

beforeAll(async () => {
  const simulator = await startSimulator({ project: moving.dir });
  phone = await openPhone({ simulator, scale: 1 });
  close = () => simulator.close();
  await phone.launch();
});
afterAll(async () => {
  await phone.close();
  await close();
  moving.dispose();
});

test('a picture has what moves at its end, what never ends as if it had not begun, what is scrolled as it is', async () => {
  const { width, data } = PNG.sync.read(await phone.screenshot());
  const colour = (y: number) => [...data.subarray((y * width + 50) * 4, (y * width + 50) * 4 + 3)];
  expect([colour(225), colour(325), colour(425)]).toEqual([
    [0, 255, 0],
    [255, 0, 0],
    [0, 0, 255],
  ]);
  // And it goes on.
  const states = await phone.evaluateInFrame(
    '() => document.getAnimations().map(({ playState }) => playState).sort()',
  );
  expect(states).toEqual(['finished', 'running', 'running']);
});
