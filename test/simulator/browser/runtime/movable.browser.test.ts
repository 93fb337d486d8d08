import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { waiting } from '../../../../scripts/simulator/node/api/waiting';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';

/* movable-view: https://developers.weixin.qq.com/miniprogram/dev/component/movable-view.html */

let bench: ProgramBench;
beforeAll(async () => {
  bench = await programBench();
});
afterAll(() => bench.close());

async function open(attributes: string, ofArea = ''): Promise<OpenProgram> {
  const one = project({
    'src/pages/a/a.wxml': `<movable-area id="area" style="width: 200px; height: 100px" ${ofArea}><movable-view id="m" style="width: 50px; height: 50px" ${attributes} bind:change="moved" bind:scale="moved">m</movable-view></movable-area>`,
    'src/pages/a/a.ts':
      'Page({ data: { x: 0, scale: 1 }, moved({ detail }) { (this.noted = this.noted || []).push(detail); }, read() { return this.noted || []; }, to(data) { this.setData(data); } })',
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

/** Two fingers on an element, from so many px between them to so many. */
const pinch = (program: OpenProgram, id: string, from: number, to: number) =>
  program.page.locator(id).evaluate(
    (node, [before, after]) => {
      const touch = (type: string, spread: number) => {
        const at = [0, spread].map(
          (clientX, identifier) => new Touch({ identifier, target: node, clientX, clientY: 5 }),
        );
        const touches = type === 'touchend' ? [] : at;
        node.dispatchEvent(new TouchEvent(type, { touches, changedTouches: at, bubbles: true }));
      };
      touch('touchstart', before);
      touch('touchmove', after);
      touch('touchend', after);
    },
    [from, to] as const,
  );

const call = (program: OpenProgram, method: string, args: readonly unknown[] = []) =>
  program.callPage(method, ...args);

const noted = (program: OpenProgram) => call(program, 'read');

interface HandledTouch {
  readonly x: number;
  readonly source: string;
}

/** Until it stands at `x`: what moves by itself takes its time. */
async function settledAt(program: OpenProgram, x: number): Promise<readonly HandledTouch[]> {
  return await waiting(`the view at ${x}`, async () => {
    const all = (await noted(program)) as readonly HandledTouch[];
    return all.at(-1)?.x === x ? all : null;
  });
}

test.each([
  ['direction="all"', { x: 60, y: 30 }],
  ['direction="horizontal"', { x: 60, y: 0 }],
  ['direction="vertical"', { x: 0, y: 30 }],
])('with %s a finger moves it', async (attributes, place) => {
  const program = await open(attributes);
  await drag(program, 60, 30);
  expect(await noted(program)).toEqual([{ ...place, source: 'touch' }]);
  expect(await program.page.locator('#m').boundingBox()).toMatchObject(place);
});

test('it stays inside its area, unless it may leave', async () => {
  const program = await open('direction="all"');
  await drag(program, 500, 500);
  expect(await noted(program)).toEqual([{ x: 150, y: 50, source: 'touch' }]);
  const loose = await open('direction="all" out-of-bounds');
  await drag(loose, 500, 0);
  // Let go, it comes back.
  const all = await settledAt(loose, 150);
  expect(all[0]).toEqual({ x: 500, y: 0, source: 'touch-out-of-bounds' });
  expect(new Set(all.slice(1).map(({ source }) => source))).toEqual(new Set(['out-of-bounds']));
});

test('with inertia it goes on by itself, as far as its area', async () => {
  const program = await open('direction="horizontal" inertia friction="0.1"');
  await program.page.locator('#m').evaluate(async (node) => {
    for (const [type, clientX] of [
      ['touchstart', 0],
      ['touchmove', 10],
      ['touchmove', 60],
    ] as const) {
      const at = new Touch({ identifier: 1, target: node, clientX, clientY: 5 });
      node.dispatchEvent(new TouchEvent(type, { touches: [at], bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    node.dispatchEvent(new TouchEvent('touchend', { touches: [], bubbles: true }));
  });
  const all = await settledAt(program, 150);
  expect([all[1]?.source, all.at(-1)?.source]).toEqual(['touch', 'friction']);
});

test('two fingers scale it within its limits, on itself or, with scale-area, on its area', async () => {
  const program = await open('direction="all" scale scale-max="3"');
  await pinch(program, '#m', 20, 40);
  await pinch(program, '#m', 20, 200);
  await pinch(program, '#area', 20, 10);
  // It grows from its middle, and is moved so that it stays inside.
  expect(await noted(program)).toEqual([
    { x: 25, y: 25, scale: 2 },
    { x: 50, y: 25, scale: 3 },
  ]);
  expect(await program.page.locator('#m').boundingBox()).toMatchObject({ x: 0, width: 150 });
  const area = await open('scale', 'scale-area');
  await pinch(area, '#area', 20, 30);
  expect(await noted(area)).toMatchObject([{ scale: 1.5 }]);
  const fixed = await open('direction="all"');
  await pinch(fixed, '#m', 20, 40);
  expect(await noted(fixed)).toEqual([]);
});

test('the program moves it by an animation, or at once without one, and scales it', async () => {
  const program = await open('x="{{ x }}" scale scale-value="{{ scale }}"');
  await call(program, 'to', [{ x: 100 }]);
  const all = await settledAt(program, 100);
  expect(all.length).toBeGreaterThan(2);
  await call(program, 'to', [{ scale: 0.5 }]);
  expect((await noted(program)) as unknown[]).toContainEqual({ x: 100, y: 0, scale: 0.5 });
  const still = await open('x="{{ x }}" animation="{{ false }}"');
  await call(still, 'to', [{ x: '200rpx' }]);
  expect(await noted(still)).toHaveLength(1);
});

test('without a direction, or disabled, no finger moves it', async () => {
  for (const attributes of ['', 'direction="all" disabled']) {
    const program = await open(attributes);
    await drag(program, 60, 30);
    expect(await noted(program)).toEqual([]);
  }
});

test('the program places it', async () => {
  const program = await open('x="30" y="{{ 20 }}"');
  expect(await noted(program)).toEqual([{ x: 30, y: 20, source: '' }]);
});
