import { expect, test } from '@jest/globals';
import { median, medians } from '../../scripts/bench/numbers';
import { table } from '../../scripts/bench/table';

test('one slow round does not move a median', () => {
  expect(median([3, 900, 1])).toBe(3);
  expect(median([4, 2, 900, 1])).toBe(3);
});

test('a median of nothing is refused', () => {
  expect(() => median([])).toThrow(/no median/);
});

test('each key has its own median', () => {
  expect(
    medians([
      { 'a.ms': 1, 'b.count': 9 },
      { 'a.ms': 3, 'b.count': 7 },
      { 'a.ms': 2, 'b.count': 8 },
    ]),
  ).toEqual({ 'a.ms': 2, 'b.count': 8 });
});

test('the table says which aim is missed, and which is kept', () => {
  const lines = table({
    'package.main.bytes': 102_401,
    'journey.requestsAfterTap': 1,
    'journey.ms': 12.34,
  }).split('\n');
  expect(lines[0]).toMatch(/102,401 B +MISSED \(aim <= 100 KB\)$/);
  expect(lines[1]).toMatch(/ 1 +ok \(aim 1\)$/);
  expect(lines[2]).toMatch(/12\.3 ms$/);
});
