import { expect, test } from '@jest/globals';
import { DoubleTaps } from '../../../../scripts/simulator/browser/phone/touch/double-tap';

const point = { x: 100, y: 200 };

/** A finger that came down on a page, which opened another one 2 s later. */
function opened() {
  let now = 0;
  const taps = new DoubleTaps(
    () => now,
    (surface) => (surface === 'page 2' ? 2_000 : 0),
  );
  expect(taps.down('page 1', point)).toBe(true);
  now = 2_100;
  return taps;
}

test('a touch in the same place, on what the last one has opened, waits until that is there', () => {
  const taps = opened();
  expect(taps.wait('page 2', point)).toBe(200);
  expect(taps.wait('page 2', { x: 100, y: 241 })).toBe(0);
  expect(taps.down('page 2', point)).toBe(false);
});

test('a program that was killed has taken the last touch with it', () => {
  const taps = opened();
  taps.forget();
  expect(taps.down('page 2', point)).toBe(true);
});
