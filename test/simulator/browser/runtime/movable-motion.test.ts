import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  approach,
  lengthOf,
  rangeOf,
  slide,
  velocityOf,
  within,
} from '../../../../scripts/simulator/browser/runtime/builtins/movable-motion';

const size = fc.integer({ min: 1, max: 1_000 });

test('a view stays inside a larger area and around a smaller one, at every scale', () => {
  fc.assert(
    fc.property(
      size,
      size,
      fc.integer({ min: 1, max: 40 }),
      fc.integer(),
      (area, view, tenths, x) => {
        const scale = tenths / 10;
        const at = within(x, rangeOf(area, view, scale));
        // As it is drawn: scaled from its middle.
        const left = at + (view - view * scale) / 2;
        const right = left + view * scale;
        const [inner, outer] =
          view * scale <= area
            ? [
                [left, right],
                [0, area],
              ]
            : [
                [0, area],
                [left, right],
              ];
        expect(inner[0]).toBeGreaterThanOrEqual((outer[0] ?? 0) - 1e-6);
        expect(inner[1]).toBeLessThanOrEqual((outer[1] ?? 0) + 1e-6);
      },
    ),
  );
});

const from = { x: 0, y: 0 };

test('the larger the damping, the sooner it is there; it arrives exactly', () => {
  const to = { x: 100, y: -40 };
  const at = (damping: number, ms: number) => approach(from, to, damping)(ms);
  expect(at(40, 100).place.x).toBeGreaterThan(at(20, 100).place.x);
  expect(at(20, 0)).toEqual({ place: from, over: false });
  expect(at(20, 5_000)).toEqual({ place: to, over: true });
  // What makes no sense counts as the default.
  for (const damping of [0, -1, Number.NaN]) expect(at(damping, 100)).toEqual(at(20, 100));
});

test('the larger the friction, the sooner and nearer it stands', () => {
  const end = (friction: number) => slide(from, { x: 1, y: 0.5 }, friction)(60_000);
  expect(end(2)).toMatchObject({ over: true });
  expect(end(4).place.x).toBeLessThan(end(2).place.x);
  expect(end(2).place.y).toBeCloseTo(end(2).place.x / 2);
  for (const friction of [0, -1, Number.NaN]) expect(end(friction)).toEqual(end(2));
  expect(slide(from, { x: 0, y: 0 }, 2)(0)).toEqual({ place: from, over: true });
  const [early, late] = [100, 200].map((ms) => slide(from, { x: 1, y: 0 }, 2)(ms).place.x);
  // It slows down.
  expect((late ?? 0) - (early ?? 0)).toBeLessThan(early ?? 0);
});

test('a finger throws by how it moved last, and not when it had stopped', () => {
  const samples = [0, 50, 100].map((at) => ({ at, x: at * 2, y: -at }));
  expect(velocityOf(samples, 100)).toEqual({ x: 2, y: -1 });
  expect(velocityOf(samples, 500)).toEqual({ x: 0, y: 0 });
  expect(velocityOf(samples.slice(0, 1), 0)).toEqual({ x: 0, y: 0 });
});

test('a place is given in px or rpx', () => {
  expect([30, '30', '30px', '-1.5rpx', '30rpx'].map((each) => lengthOf(each, 375))).toEqual([
    30, 30, 30, -0.75, 15,
  ]);
  expect([undefined, null, '', 'far', '1em'].map((each) => lengthOf(each, 375))).toEqual([
    0, 0, 0, 0, 0,
  ]);
});
