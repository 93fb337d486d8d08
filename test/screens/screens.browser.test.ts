import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { failures, isShown } from '../../miniprogram/login/failure';
import { lookAt, tablet } from '../../scripts/screens/looks';
import { openRenderers, type ScreenRenderers } from '../../scripts/screens/renderer';
import { failed, viewOf } from '../../scripts/screens/scenes';
import { checkOf, eachView, everyScene } from './every-scene';
import { pageLayout, treeSize, violations } from './measure';

// Many pictures in one browser; a machine that is busy otherwise takes its time.

let renderers: ScreenRenderers;

beforeAll(async () => {
  renderers = await openRenderers();
});
afterAll(async () => {
  await renderers.close();
});

const accessible = checkOf(violations, (found) => found);

const withinAudit = checkOf(treeSize, ({ nodes, depth, children }) => [
  ...(nodes < 1000 ? [] : [`${nodes} nodes`]),
  ...(depth < 30 ? [] : [`${depth} deep`]),
  ...(children <= 60 ? [] : [`${children} children of one node`]),
]);

const wellLaidOut = checkOf(pageLayout, ({ width, contentWidth, cut, targets }) => {
  const small = targets.filter((target) => target.height < 44 || target.width < 44);
  const outside = targets.filter((target) => target.left < 0 || target.right > width);
  return [
    ...(contentWidth > width ? [`${contentWidth} px wide on ${width} px`] : []),
    ...cut.map((html) => `cut: ${html}`),
    ...small.map(
      ({ id, width: wide, height }) => `${id} is ${Math.round(wide)} x ${Math.round(height)} px`,
    ),
    ...outside.map(({ id }) => `${id} is outside`),
  ];
});

const inTheMiddle = checkOf(pageLayout, ({ width, targets }) => {
  const outside = targets.filter(
    ({ left, right }) => left < (width - 480) / 2 || right > (width + 480) / 2,
  );
  return outside.map(({ id }) => `${id} is outside the column`);
});

describe('every screen', () => {
  test("has no violation of WCAG A and AA, stays within WeChat's audit, is whole, and its targets are 44 px or more", async () => {
    const checks = [accessible, withinAudit, wellLaidOut];
    expect(await everyScene(renderers, [lookAt('375-light')], 'zh-CN', checks)).toEqual([]);
  });

  test('is the same in the dark', async () => {
    expect(await everyScene(renderers, [lookAt('375-dark')], 'zh-CN', [accessible])).toEqual([]);
  });

  test.each([
    ['en', ['320-light']],
    ['zh-TW', ['430-dark', '667-light']],
    ['ja', ['largest-light']],
    ['en', ['largest-dark']],
    ['zh-CN', ['tightest-dark']],
  ] as const)('is whole on other phones (%s, %j)', async (lang, names) => {
    expect(await everyScene(renderers, names.map(lookAt), lang, [wellLaidOut])).toEqual([]);
  });

  // Where the most lies over and under the rest; roles, names and colours are those of above.
  test('is whole and accessible where there is the least room', async () => {
    const checks = [accessible, wellLaidOut];
    expect(await everyScene(renderers, [lookAt('tightest-light')], 'ja', checks)).toEqual([]);
  });

  test('is one column in the middle of a tablet', async () => {
    expect(await everyScene(renderers, [tablet], 'zh-CN', [inTheMiddle])).toEqual([]);
  });
});

test('every failure has a screen that fits the smallest phone', async () => {
  const look = lookAt('320-light');
  const renderer = await renderers.open(look, 'ja');
  const shown = Object.keys(failures)
    .filter(isFailureCode)
    .map((code) => ({ code, message: '' }))
    .filter(isShown);
  const views = shown.map(({ code }) => ({
    name: code,
    view: viewOf({ name: code, title: code, state: failed(code, 2004) }, 'ja'),
  }));
  expect(await eachView(renderer, look, views, [wellLaidOut])).toEqual([]);
  await renderer.close();
});

function isFailureCode(code: string): code is keyof typeof failures {
  return Object.hasOwn(failures, code);
}
