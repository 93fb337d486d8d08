import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { failures } from '../../miniprogram/login/failure';
import type { Lang } from '../../miniprogram/login/view';
import { type Look, looks, tablet } from '../../scripts/screens/looks';
import { failed, scenes, viewOf } from '../../scripts/screens/scenes';
import { openStudios, type Studio, type Studios } from '../../scripts/screens/studio';
import { loadAxe, measureLayout, measureTree, violations } from './measure';

let studios: Studios;

beforeAll(async () => {
  studios = await openStudios();
}, 60_000);
afterAll(async () => {
  await studios.close();
});

function look(name: string): Look {
  const found = looks.find((one) => one.name === name);
  if (!found) throw new Error(`no look ${name}`);
  return found;
}

/** Shows every scene on one phone and collects what `check` finds, by scene. */
async function everyScene(where: Look, lang: Lang, check: (studio: Studio) => Promise<string[]>): Promise<string[]> {
  const studio = await studios.open(where, lang);
  const found: string[] = [];
  if (check === accessible) await loadAxe(studio.phone);
  for (const scene of scenes) {
    await studio.show(viewOf(scene, lang));
    found.push(...(await check(studio)).map((problem) => `${scene.name}: ${problem}`));
  }
  await studio.showAgreement('privacy');
  found.push(...(await check(studio)).map((problem) => `agreement: ${problem}`));
  await studio.close();
  return found;
}

const accessible = ({ phone }: Studio) => violations(phone);

async function withinAudit({ phone }: Studio): Promise<string[]> {
  const { nodes, depth, children } = await measureTree(phone);
  return [
    ...(nodes < 1000 ? [] : [`${nodes} nodes`]),
    ...(depth < 30 ? [] : [`${depth} deep`]),
    ...(children <= 60 ? [] : [`${children} children of one node`]),
  ];
}

async function wellLaidOut({ phone }: Studio): Promise<string[]> {
  const { width, contentWidth, cut, targets } = await measureLayout(phone);
  const small = targets.filter((target) => target.height < 44 || target.width < 44);
  const outside = targets.filter((target) => target.left < 0 || target.right > width);
  return [
    ...(contentWidth > width ? [`${contentWidth} px wide on ${width} px`] : []),
    ...cut.map((html) => `cut: ${html}`),
    ...small.map(({ id, width: wide, height }) => `${id} is ${Math.round(wide)} x ${Math.round(height)} px`),
    ...outside.map(({ id }) => `${id} is outside`),
  ];
}

describe('every screen', () => {
  test.each(['375-light', '375-dark'])('has no violation of WCAG A and AA (%s)', async (name) => {
    expect(await everyScene(look(name), 'zh-CN', accessible)).toEqual([]);
  });

  test("stays within WeChat's audit: nodes, depth, children", async () => {
    expect(await everyScene(look('375-light'), 'zh-CN', withinAudit)).toEqual([]);
  });

  test.each([
    ['320-light', 'en'],
    ['375-light', 'zh-CN'],
    ['430-dark', 'zh-TW'],
    ['largest-light', 'ja'],
    ['largest-dark', 'en'],
  ] as const)('is whole, and its targets are 44 px or more (%s, %s)', async (name, lang) => {
    expect(await everyScene(look(name), lang, wellLaidOut)).toEqual([]);
  });

  test('is one column in the middle of a tablet', async () => {
    const studio = await studios.open(tablet);
    for (const scene of scenes) {
      await studio.show(viewOf(scene, 'zh-CN'));
      const { width, targets } = await measureLayout(studio.phone);
      expect(targets.filter(({ left, right }) => left < (width - 480) / 2 || right > (width + 480) / 2)).toEqual([]);
    }
    await studio.close();
  });

  test('keeps its last button above the home indicator', async () => {
    const studio = await studios.open(look('375-light'));
    for (const scene of scenes) {
      await studio.show(viewOf(scene, 'zh-CN'));
      const { targets } = await measureLayout(studio.phone);
      // 812 px, less the status bar and the navigation bar, less the indicator's 34 px.
      const inside = targets.every(({ bottom }) => bottom <= 812 - 44 - 44 - 34);
      expect(`${scene.name} ${inside}`).toBe(`${scene.name} true`);
    }
    await studio.close();
  });
});

test('every failure has a screen that fits the smallest phone', async () => {
  const studio = await studios.open(look('320-light'), 'ja');
  for (const code of Object.keys(failures).filter(isFailureCode)) {
    await studio.show(viewOf({ name: code, title: code, state: failed(code, 2004) }, 'ja'));
    expect([code, ...(await wellLaidOut(studio))]).toEqual([code]);
  }
  await studio.close();
});

function isFailureCode(code: string): code is keyof typeof failures {
  return Object.hasOwn(failures, code);
}
