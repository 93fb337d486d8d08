import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { waiting } from '../../../../scripts/simulator/node/api/waiting';
import { project } from '../compile/project';
import { openWire, useAutomator } from './suite';

/* What testers met with the official client, each as they met it. */

const one = project({
  'src/app.json': JSON.stringify({ pages: ['pages/a/a'] }),
  'src/pages/a/a.json': '{ "usingComponents": { "ghost": "./ghost", "cover": "./ghost" } }',
  'src/pages/a/a.wxml': `<view id="here" class="row first" data-kind="head">here</view>
<view class="row">second</view>
<picker id="fruit" range="{{ ['pear', 'plum'] }}" bind:change="onChange" bind:cancel="onChange"><view>pick</view></picker>
<ghost id="spirit" class="haunts" />
<view class="under" id="under" bind:tap="onTap">under</view>
<cover class="lid" style="" covers="{{ true }}" />`,
  'src/pages/a/a.wxss':
    '.under { position: fixed; left: 0; top: 300px; width: 100px; height: 40px; }',
  'src/pages/a/a.ts': `Page({
  data: { heard: [], taps: 0 },
  onChange({ type, detail }) { this.setData({ heard: [...this.data.heard, [type, detail]] }) },
  onTap() { this.setData({ taps: this.data.taps + 1 }) },
});`,
  'src/pages/a/ghost.json': '{ "component": true }',
  'src/pages/a/ghost.wxml':
    '<view class="body" wx:if="{{ !covers }}" bind:tap="tapped">boo</view><view wx:else class="cover">cover</view>',
  'src/pages/a/ghost.wxss':
    '.cover { position: fixed; left: 0; top: 300px; width: 100px; height: 40px; z-index: 2; }',
  'src/pages/a/ghost.ts': `Component({
  options: { virtualHost: true }, properties: { covers: Boolean }, data: { taps: 0 },
  methods: { tapped() { this.setData({ taps: this.data.taps + 1 }) } },
});`,
});
afterAll(() => one.dispose());
const suite = useAutomator(one.dir);

async function page() {
  const front = await suite.mini.currentPage();
  if (!front) throw new Error('no page');
  return front;
}

async function find(selector: string) {
  const found = await (await page()).$(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

beforeEach(async () => {
  await suite.wire.result('App.callWxMethod', {
    method: 'reLaunch',
    args: [{ url: '/pages/a/a' }],
  });
});

describe('selectors', () => {
  test.each([
    '#here, [data-kind="none"]',
    '[data-kind="none"], #here',
    '#here, view:first-child',
    '#here, view + view',
    '#here , #nowhere',
  ])('a list finds the part that can be: %s', async (selector) => {
    expect(await (await page()).$$(selector)).toHaveLength(1);
    expect(await (await find(selector)).text()).toBe('here');
  });

  test('a list of which no part can be found says which part is none, and what to write', async () => {
    await expect((await page()).$$('#nowhere, [data-kind="head"]')).rejects.toThrow(
      /"\[data-kind="head"\]" selects by an attribute.*XPath.*--lenient/s,
    );
  });

  test.each([
    ['[data-kind="head"]', 1],
    ['[data-kind^="he"], #fruit', 2],
    ['.row:nth-child(2)', 1],
    ['.row + .row', 1],
    ['.row:not(.first)', 1],
    ['.first ~ .row', 1],
    ['.row:is(.first, .last)', 1],
    ['.haunts >>> .body', 1],
    ['.row, .row.first', 2],
  ])('--lenient takes all of CSS: %s', async (selector, count) => {
    const { wsEndpoint } = await suite.server({ lenient: true });
    const wire = await openWire(wsEndpoint);
    const front = await wire.result('App.getCurrentPage');
    const { elements } = await wire.result('Page.getElements', {
      pageId: front.pageId,
      selector,
    });
    expect(elements).toHaveLength(count);
    wire.close();
  });
});

test('every function of the console arrives, by its own level', async () => {
  const levels = ['log', 'debug', 'info', 'warn', 'error'] as const;
  const told: unknown[] = [];
  suite.mini.on('console', (entry: unknown) => told.push(entry));
  await suite.wire.result('App.enableLog');
  await suite.mini.evaluate((all: readonly (typeof levels)[number][]) => {
    for (const level of all) console[level](`by ${level}`, { level });
  }, levels);
  const said = () => told.filter((entry) => String(Object(entry).args?.[0]).startsWith('by '));
  await waiting('all five', async () => said().length === levels.length);
  expect(said()).toEqual(
    levels.map((level) => ({ type: level, args: [`by ${level}`, { level }] })),
  );
});

describe('a component without a node of its own', () => {
  test('is tapped on the first node of its template', async () => {
    const spirit = await find('#spirit');
    await spirit.tap();
    const { data } = await suite.wire.result('Element.getData', idsOf(spirit));
    expect(data).toMatchObject({ taps: 1 });
  });

  test('that covers something is named by what the page calls it', async () => {
    await expect((await find('#under')).tap()).rejects.toThrow(
      '<view id="under" class="under"> can\'t be tapped: it is covered by <view class="cover"> in <cover class="lid">',
    );
    expect(await (await page()).data('taps')).toBe(0);
  });
});

test('what the simulator refuses makes no noise of its own when it is awaited, logged or stored', async () => {
  const errors = () =>
    suite.phone.timeline().flatMap((entry) => (entry.kind === 'error' ? [entry.message] : []));
  const before = errors().length;
  await suite.mini.evaluate(async () => {
    for (const refused of [wx.createVKSession({ track: { plane: { mode: 1 } } }), wx.cloud, wx]) {
      await refused;
      JSON.stringify(refused);
      console.log(refused);
      String(refused);
    }
  });
  // That it makes an object which is not there.
  expect(errors().slice(before)).toEqual([expect.stringMatching(/^wx\.createVKSession is/)]);
});

test("an open picker is closed by trigger('change'), and nothing lies over the program then", async () => {
  const fruit = await find('#fruit');
  await fruit.tap();
  await waiting('the picker', () => suite.phone.picker());
  await fruit.trigger('change', { value: 1 });
  expect(await suite.phone.picker()).toBeNull();
  expect(await (await page()).data('heard')).toEqual([['change', { value: 1 }]]);
  await (await find('#spirit')).tap();
});

function idsOf(element: unknown): object {
  const { id, pageId, nodeId } = Object(element);
  return { elementId: id, pageId, nodeId };
}
