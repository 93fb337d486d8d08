import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { interleave } from './interleave.mjs';

const costs = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 });
const total = (items: readonly { cost: number }[]) =>
  items.reduce((sum, { cost }) => sum + cost, 0);

test('files of both kinds run from the beginning to the end, each kind in its own order', async () => {
  await fc.assert(
    fc.property(costs, costs, (browser, unit) => {
      const [one, other] = [browser, unit].map((list, kind) =>
        list.map((cost, index) => ({ kind, cost, index })),
      );
      if (!one || !other) throw new Error('two lists');
      const ordered = interleave(one, other, ({ cost }) => cost);
      expect(ordered.filter(({ kind }) => kind === 0)).toEqual(one);
      expect(ordered.filter(({ kind }) => kind === 1)).toEqual(other);
      // At any place the one kind is ahead by no more than the file that it has just begun.
      for (let place = 1; place < ordered.length; place += 1) {
        const [begun, late] = [one, other].map((list, kind) => {
          const mine = ordered.slice(0, place).filter((item) => item.kind === kind);
          return {
            share: total(mine) / total(list),
            largest: Math.max(0, ...mine.map(({ cost }) => cost / total(list))),
          };
        });
        if (!begun || !late) throw new Error('two kinds');
        const ahead = Math.abs(begun.share - late.share);
        if (ahead > Math.max(begun.largest, late.largest) + 1e-9)
          throw new Error(`at place ${place} one kind is ahead by ${ahead}`);
      }
    }),
  );
});

test('a kind alone keeps its order', () => {
  expect(interleave([], ['a', 'b'], () => 0)).toEqual(['a', 'b']);
});
