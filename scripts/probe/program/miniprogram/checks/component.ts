import { isRecord, type ProbeJson, toJson } from '../json';
import type { ProbeCheck, ProbePage } from './check';
import { measure } from './view';

export const componentChecks: readonly ProbeCheck[] = [
  {
    id: 'style.rpx',
    fact: 'rpx-becomes-whole-pixels',
    async ask(page) {
      const { windowWidth } = wx.getWindowInfo();
      const [hundred, one] = [await measure(page, '#size-100'), await measure(page, '#size-1')];
      if (hundred === null || one === null) return null;
      return {
        '100rpx is rounded down': hundred.width === Math.floor((windowWidth * 100) / 750 + 1e-4),
        '1rpx is seen': one.width >= 0.5,
      };
    },
  },
  {
    id: 'style.nth-child',
    fact: 'arguments-of-pseudo-classes-are-no-tags',
    async ask(page) {
      const [odd, even] = [await measure(page, '#size-odd'), await measure(page, '#size-even')];
      return { odd: odd?.width ?? null, even: even?.width ?? null };
    },
  },
  { id: 'component.observer', fact: 'observers-stay-quiet-when-nothing-changed', ask: observer },
  {
    id: 'component.types',
    fact: 'templates-take-what-they-do-not-know',
    ask: (page) => {
      const { number, either } = dataOf(page);
      return { number: toJson(number), either: toJson(either) };
    },
  },
  {
    id: 'wxs.constructor',
    fact: 'wxs-has-constructors-that-are-words',
    ask: (page) => toJson(dataOf(page).said),
  },
];

function dataOf(page: ProbePage): Readonly<Record<string, unknown>> {
  const data = page.selectComponent('#specimen-component')?.data;
  return isRecord(data) ? data : {};
}

/** Told once for a new value, and not again for the same. */
async function observer(page: ProbePage): Promise<ProbeJson> {
  const set = (specimenValue: string) =>
    new Promise<void>((resolve) => page.setData({ specimenValue }, resolve));
  const before = Number(dataOf(page).changes);
  await set('two');
  const changed = Number(dataOf(page).changes) - before;
  await set('two');
  return { changed, again: Number(dataOf(page).changes) - before - changed };
}
