import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OpenProgram, type ProgramBench, programBench } from '../../harness/open-program';
import { project } from '../../node/compile/project';

/* swiper, slider, picker and picker-view, each by what its page gets. */

let bench: ProgramBench;
beforeAll(async () => {
  bench = await programBench();
});
afterAll(() => bench.close());

interface Opened extends OpenProgram {
  /** `[event type, detail]` of everything that came, in order. */
  heard(): Promise<unknown[]>;
  set(data: object): Promise<void>;
}

async function open(template: string, data: object = {}): Promise<Opened> {
  const script = `Page({ data: ${JSON.stringify(data)}, onEvent({ type, detail }) { (this.heard = this.heard || []).push([type, detail]); }, read() { return this.heard || []; } });`;
  const one = project({ 'src/pages/a/a.ts': script, 'src/pages/a/a.wxml': template });
  const program = await bench.open(one.dir);
  one.dispose();
  expect(program.program.errors).toEqual([]);
  return {
    ...program,
    heard: () =>
      program.page.evaluate(() => {
        const { automation } = window.fakePhone.process;
        return automation.callPageMethod(
          automation.currentPage()?.pageId ?? 0,
          'read',
          [],
        ) as Promise<unknown[]>;
      }),
    set: (next) => program.setPage(Object(next)),
  };
}

/** Waits until so many events came; the test's own time limit ends it. */
async function hears(program: Opened, count: number): Promise<void> {
  while ((await program.heard()).length < count) await program.page.waitForTimeout(20);
}

const SWIPER = `<swiper id="s" current="{{ current }}" duration="{{ 0 }}" circular="{{ circular }}" bind:change="onEvent">
  <swiper-item wx:for="{{ ['one', 'two', 'three'] }}" wx:key="*this" item-id="{{ item }}"><text class="{{ item }}">{{ item }}</text></swiper-item>
</swiper>`;

test('a swiper goes where the program says, and tells it', async () => {
  const program = await open(SWIPER, { current: 0, circular: false });
  await program.set({ current: 2 });
  expect(await program.heard()).toEqual([
    ['change', { current: 2, currentItemId: 'three', source: '' }],
  ]);
  expect(await program.page.locator('.three').boundingBox()).toMatchObject({ x: 0 });
});

test('a finger takes a swiper to the next page, and around a circle', async () => {
  const program = await open(SWIPER, { current: 2, circular: true });
  await program.page.locator('#s').evaluate((node) => {
    const touch = (type: string, x: number) => {
      const at = new Touch({ identifier: 1, target: node, clientX: x, clientY: 50 });
      node.dispatchEvent(
        new TouchEvent(type, {
          touches: type === 'touchend' ? [] : [at],
          changedTouches: [at],
          bubbles: true,
        }),
      );
    };
    touch('touchstart', 300);
    touch('touchmove', 100);
    touch('touchend', 100);
  });
  expect(await program.heard()).toEqual([
    ['change', { current: 0, currentItemId: 'one', source: 'touch' }],
  ]);
});

test('a swiper plays by itself', async () => {
  const program = await open(
    '<swiper autoplay interval="{{ 20 }}" duration="{{ 0 }}" bind:change="onEvent"><swiper-item>1</swiper-item><swiper-item>2</swiper-item></swiper>',
  );
  await hears(program, 2);
  expect((await program.heard()).slice(0, 2)).toEqual([
    ['change', { current: 1, currentItemId: '', source: 'autoplay' }],
    ['change', { current: 0, currentItemId: '', source: 'autoplay' }],
  ]);
});

test('a slider says where it is while it moves and where it stays', async () => {
  const program = await open(
    '<slider id="s" min="10" max="20" step="5" show-value bind:changing="onEvent" bind:change="onEvent" />',
  );
  await program.page.locator('#s > input').fill('15');
  expect(await program.heard()).toEqual([
    ['changing', { value: 15 }],
    ['change', { value: 15 }],
  ]);
  expect(await program.page.locator('#s > span').textContent()).toBe('15');
});

/** Turns the columns, one after the other, and answers. */
async function choose(
  program: OpenProgram,
  answer: 'confirm' | 'cancel',
  ...indexes: readonly number[]
): Promise<void> {
  await program.tap('#p');
  await program.page.evaluate(
    ([to, said]) => {
      const { fakePhone } = window;
      for (const [column, index] of to.entries()) fakePhone.picker?.listener.chosen(column, index);
      const { picker } = fakePhone;
      fakePhone.picker = null;
      picker?.listener.answered(said);
    },
    [indexes, answer] as const,
  );
}

const isOpen = (program: OpenProgram) =>
  program.page.evaluate(() => window.fakePhone.picker !== null);

test.each([
  ['selector', 'range="{{ [{ n: \'a\' }, { n: \'b\' }] }}" range-key="n"', [1], { value: 1 }],
  ['multiSelector', 'range="{{ [[1, 2], [3, 4]] }}"', [1, 0], { value: [1, 0] }],
  ['time', 'value="09:30"', [10], { value: '10:30' }],
  ['date', 'value="2024-02-29" start="2020-01-01" end="2030-01-01"', [5], { value: '2025-02-28' }],
  [
    'date',
    'fields="month" value="2024-02" start="2020-01-01" end="2030-01-01"',
    [4, 11],
    { value: '2024-12' },
  ],
  ['region', '', [2, 1, 0], { value: ['广东省', '深圳市', '福田区'], code: [], postcode: '' }],
])('a picker of mode %s (%s)', async (mode, attributes, indexes, detail) => {
  const program = await open(
    `<picker id="p" mode="${mode}" ${attributes} bind:change="onEvent"><view>choose</view></picker>`,
  );
  await choose(program, 'confirm', ...indexes);
  expect(await program.heard()).toEqual([['change', detail]]);
});

test('a picker that is cancelled says so, and a disabled one stays shut', async () => {
  const program = await open(
    '<picker id="p" range="{{ [1] }}" disabled="{{ off }}" bind:cancel="onEvent">x</picker>',
    {
      off: false,
    },
  );
  await choose(program, 'cancel');
  await program.set({ off: true });
  await program.tap('#p');
  expect(await isOpen(program)).toBe(false);
  expect(await program.heard()).toEqual([['cancel', {}]]);
});

test('a picker view shows what it is given and tells what stands in its middle', async () => {
  const program = await open(
    `<picker-view id="p" style="height: 170px; width: 200px" value="{{ [2] }}" bind:change="onEvent"><picker-view-column><view wx:for="{{ 9 }}" wx:key="*this">{{ item }}</view></picker-view-column></picker-view>`,
  );
  const column = program.page.locator('wx-picker-view-column');
  expect(await column.evaluate((node) => node.scrollTop)).toBe(68);
  await column.evaluate((node) => node.scrollTo({ top: 5 * 34 }));
  await hears(program, 1);
  expect(await program.heard()).toEqual([['change', { value: [5] }]]);
});
