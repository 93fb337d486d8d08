import { afterAll, expect, test } from '@jest/globals';
import { useRecorder } from './harness/use-recorder';
import { project } from './node/compile/project';

const form = project({
  'src/app.json': JSON.stringify({ pages: ['pages/a/a'] }),
  'src/pages/a/a.json': '{}',
  'src/pages/a/a.wxml': `<slider id="slider" bind:change="onSlide" /><view id="slid">{{ slid }}</view>
<switch id="switch" bind:change="onSwitch" />
<checkbox-group bind:change="onCheck"><checkbox id="check" value="c">Check</checkbox></checkbox-group>
<radio-group bind:change="onRadio"><radio id="radio" value="r">Radio</radio></radio-group>
<input id="field" value="some words" /><textarea id="area" value="other words" style="height: 60px" />
<picker-view id="wheel" style="height: 102px" bind:change="onWheel"><picker-view-column><view wx:for="{{ 9 }}" wx:key="*this">row {{ item }}</view></picker-view-column></picker-view>
<view id="wheeled">{{ wheeled }}</view>`,
  'src/pages/a/a.ts': `Page({
  data: { slid: '-', wheeled: '-' },
  onSlide({ detail }) { this.setData({ slid: detail.value }) },
  onWheel({ detail }) { this.setData({ wheeled: detail.value.join() }) },
  onSwitch() {}, onCheck() {}, onRadio() {},
});`,
});
const recorder = useRecorder(form.dir);
afterAll(() => form.dispose());

test('what gave a component its value is one step, and replays to that value', async () => {
  const { program, recorded, code } = recorder;
  const steps = async () =>
    (await code())
      .split('\n')
      .filter((line) => line.startsWith('  await program.'))
      .map((line) => line.slice('  await program.'.length, -1));
  /** Part of its width: from here, or from here to there. */
  const hand = async (selector: string, from: number, to = from) => {
    const box = await program().locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not there`);
    const { mouse } = recorder.page();
    const y = box.y + box.height / 2;
    await mouse.move(box.x + box.width * from, y);
    await mouse.down();
    if (to !== from) await mouse.move(box.x + box.width * to, y, { steps: 5 });
    await mouse.up();
  };
  /** Each gesture is followed by one that leaves a mark, so that what comes late is seen too. */
  let marks = 0;
  const settled = async () => {
    marks += 1;
    await program().locator('#slid').click();
    const all = recorder.page().locator('.test pre', {
      hasText: new RegExp(`(?:'#slid'\\)\\.tap\\(\\)[^]*){${marks}}`),
    });
    await all.waitFor();
  };

  await hand('#slider', 0.76);
  await settled();
  await hand('#slider', 0.76, 0.3);
  await settled();
  const slid = await program().locator('#slid').innerText();
  for (const each of ['#switch', '#check', '#radio']) {
    await hand(each, 0.5);
    await settled();
  }
  await hand('#switch', 0.1, 0.9);
  await settled();
  for (const each of ['#field', '#area']) {
    await hand(each, 0.6, 0.05);
    await settled();
    await hand(each, 0.05, 0.6);
    await recorder.page().keyboard.type('new');
    await settled();
  }
  await hand('#wheel', 0.2, 0.7);
  await settled();
  await program().locator('#wheel').hover();
  await recorder.page().mouse.wheel(0, 68);
  await recorded("program.locator('#wheel').trigger('change', { value: [2] })");
  await settled();

  const mark = "locator('#slid').tap()";
  const written = (await steps()).filter((step) => step !== mark);
  expect(written).toEqual([
    expect.stringMatching(/^locator\('#slider'\)\.slideTo\(\d\d\)$/),
    `locator('#slider').slideTo(${slid})`,
    "locator('#switch').tap()",
    expect.stringMatching(/\.tap\(\)$/),
    expect.stringMatching(/\.tap\(\)$/),
    expect.stringMatching(/^locator\('#switch'\)\.swipe\('right', \d+\)$/),
    "locator('#field').tap()",
    expect.stringMatching(/^locator\('#field'\)\.fill\('.*new.*'\)$/),
    "locator('#area').tap()",
    expect.stringMatching(/^locator\('#area'\)\.fill\('.*new.*'\)$/),
    "locator('#wheel').trigger('change', { value: [2] })",
  ]);
  await recorder.page().getByRole('button', { name: 'Expect text' }).click();
  await recorder.page().getByRole('button', { name: 'Choose an element' }).waitFor();
  const box = await program().locator('#slid').boundingBox();
  await recorder.page().mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await recorded(`expect(program.locator('#slid')).toHaveText('${slid}')`);
  await recorder.save();
  expect(await recorder.runTest()).toContain('# pass 1');
});
