import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { failures } from '../../miniprogram/login/failure';
import { lookAt, tablet } from '../../scripts/screens/looks';
import {
  openRenderers,
  type ScreenRenderer,
  type ScreenRenderers,
} from '../../scripts/screens/renderer';
import { failed, viewOf } from '../../scripts/screens/scenes';
import { everyScene, type ScreenCheck } from './every-scene';
import { measureLayout, measureTree, violations } from './measure';

// Many pictures in one browser; a machine that is busy otherwise takes its time.

let renderers: ScreenRenderers;

beforeAll(async () => {
  renderers = await openRenderers();
});
afterAll(async () => {
  await renderers.close();
});

const accessible: ScreenCheck = ({ phone }) => violations(phone);

async function withinAudit({ phone }: ScreenRenderer): Promise<string[]> {
  const { nodes, depth, children } = await measureTree(phone);
  return [
    ...(nodes < 1000 ? [] : [`${nodes} nodes`]),
    ...(depth < 30 ? [] : [`${depth} deep`]),
    ...(children <= 60 ? [] : [`${children} children of one node`]),
  ];
}

async function wellLaidOut({ phone }: ScreenRenderer): Promise<string[]> {
  const { width, contentWidth, cut, targets } = await measureLayout(phone);
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
}

async function inTheMiddle({ phone }: ScreenRenderer): Promise<string[]> {
  const { width, targets } = await measureLayout(phone);
  const outside = targets.filter(
    ({ left, right }) => left < (width - 480) / 2 || right > (width + 480) / 2,
  );
  return outside.map(({ id }) => `${id} is outside the column`);
}

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
    ['ja', ['largest-light', 'tightest-light']],
    ['en', ['largest-dark']],
    ['zh-CN', ['tightest-dark']],
  ] as const)('is whole on other phones, and accessible (%s, %j)', async (lang, names) => {
    const checks = [accessible, wellLaidOut];
    expect(await everyScene(renderers, names.map(lookAt), lang, checks)).toEqual([]);
  });

  test('is one column in the middle of a tablet', async () => {
    expect(await everyScene(renderers, [tablet], 'zh-CN', [inTheMiddle])).toEqual([]);
  });
});

test('every failure has a screen that fits the smallest phone', async () => {
  const renderer = await renderers.open(lookAt('320-light'), 'ja');
  for (const code of Object.keys(failures).filter(isFailureCode)) {
    await renderer.show(viewOf({ name: code, title: code, state: failed(code, 2004) }, 'ja'));
    expect([code, ...(await wellLaidOut(renderer))]).toEqual([code]);
  }
  await renderer.close();
});

function isFailureCode(code: string): code is keyof typeof failures {
  return Object.hasOwn(failures, code);
}
