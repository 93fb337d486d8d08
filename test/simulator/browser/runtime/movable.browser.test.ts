import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';

/* movable-view: https://developers.weixin.qq.com/miniprogram/dev/component/movable-view.html */

let bench: ProgramBench;
beforeAll(async () => {
  bench = await programBench();
});
afterAll(() => bench.close());

async function open(attributes: string): Promise<OpenProgram> {
  const one = project({
    'src/pages/a/a.wxml': `<movable-area style="width: 200px; height: 100px"><movable-view id="m" style="width: 50px; height: 50px" ${attributes} bind:change="moved">m</movable-view></movable-area>`,
    'src/pages/a/a.ts':
      'Page({ moved({ detail }) { (this.heard = this.heard || []).push(detail); }, read() { return this.heard || []; } })',
  });
  const program = await bench.open(one.dir);
  one.dispose();
  expect(await program.errors()).toEqual([]);
  return program;
}

/** By so much, with one finger. */
const drag = (program: OpenProgram, x: number, y: number) =>
  program.page.locator('#m').evaluate(
    (node, [right, down]) => {
      const touch = (type: string, by: readonly number[]) => {
        const clientX = 25 + (by[0] ?? 0);
        const at = new Touch({ identifier: 1, target: node, clientX, clientY: 25 + (by[1] ?? 0) });
        const touches = type === 'touchend' ? [] : [at];
        node.dispatchEvent(new TouchEvent(type, { touches, changedTouches: [at], bubbles: true }));
      };
      touch('touchstart', [0, 0]);
      touch('touchmove', [right, down]);
      touch('touchend', [right, down]);
    },
    [x, y] as const,
  );

const heard = (program: OpenProgram) =>
  program.page.evaluate(() => {
    const { automation } = window.fakePhone.process;
    return automation.callPageMethod(automation.currentPage()?.pageId ?? 0, 'read', []);
  });

test.each([
  ['direction="all"', { x: 60, y: 30 }],
  ['direction="horizontal"', { x: 60, y: 0 }],
  ['direction="vertical"', { x: 0, y: 30 }],
])('with %s a finger moves it', async (attributes, place) => {
  const program = await open(attributes);
  await drag(program, 60, 30);
  expect(await heard(program)).toEqual([{ ...place, source: 'touch' }]);
  expect(await program.page.locator('#m').boundingBox()).toMatchObject(place);
});

test('it stays inside its area, unless it may leave', async () => {
  const program = await open('direction="all"');
  await drag(program, 500, 500);
  expect(await heard(program)).toEqual([{ x: 150, y: 50, source: 'touch' }]);
  const loose = await open('direction="all" out-of-bounds');
  await drag(loose, 500, 0);
  expect(await heard(loose)).toEqual([{ x: 500, y: 0, source: 'touch' }]);
});

test('without a direction, or disabled, no finger moves it', async () => {
  for (const attributes of ['', 'direction="all" disabled']) {
    const program = await open(attributes);
    await drag(program, 60, 30);
    expect(await heard(program)).toEqual([]);
  }
});

test('the program places it', async () => {
  const program = await open('x="30" y="{{ 20 }}"');
  expect(await heard(program)).toEqual([{ x: 30, y: 20, source: '' }]);
});
