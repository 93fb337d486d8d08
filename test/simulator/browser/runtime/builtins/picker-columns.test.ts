import { expect, test } from '@jest/globals';
import {
  answerOf,
  columnsOf,
} from '../../../../../scripts/simulator/browser/runtime/builtins/form/picker-columns';

/** Every value that the wheels can be turned to. */
function valuesOf(mode: 'time' | 'date', given: Readonly<Record<string, string>>): string[] {
  const self = {
    text: (name: string) => given[name] ?? '',
    value: (name: string) => given[name],
    number: (name: string) => Number(given[name]),
  };
  const all: string[] = [];
  const turn = (column: number, before: ReturnType<typeof columnsOf>) => {
    const chosen = before.map(({ selected }) => selected);
    if (column === before.length) {
      all.push(String(answerOf(mode, before, chosen).value));
      return;
    }
    for (const index of before[column]?.options.keys() ?? []) {
      const turned = chosen.map((each, at) => (at === column ? index : each));
      turn(column + 1, columnsOf(mode, self, turned, before));
    }
  };
  turn(0, columnsOf(mode, self));
  return all;
}

const firstOf = (mode: 'time' | 'date', given: Readonly<Record<string, string>>) => {
  const text = (name: string) => given[name] ?? '';
  const columns = columnsOf(mode, { text, value: text, number: Number });
  return answerOf(
    mode,
    columns,
    columns.map(({ selected }) => selected),
  ).value;
};

test('a time is within start and end, to the minute', () => {
  const all = valuesOf('time', { start: '09:30', end: '12:10' });
  expect([all[0], all.at(-1), all.length]).toEqual(['09:30', '12:10', 30 + 60 + 60 + 11]);
  expect(all).toEqual([...all].sort());
  expect(valuesOf('time', {})).toHaveLength(24 * 60);
});

test('a date is within start and end, to the day; February has its days', () => {
  const all = valuesOf('date', { start: '2027-12-30', end: '2028-03-02' });
  expect([all[0], all.at(-1)]).toEqual(['2027-12-30', '2028-03-02']);
  expect(all).toHaveLength(2 + 31 + 29 + 2);
  expect(valuesOf('date', { start: '2026-03-10', end: '2026-03-12' })).toHaveLength(3);
  const months = valuesOf('date', { fields: 'month', start: '2026-11', end: '2027-02' });
  expect(months).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});

test('what the program has set outside of them is shown as the nearest that is inside', () => {
  const days = { start: '2026-03-10', end: '2026-03-20' };
  expect(firstOf('date', { ...days, value: '2026-03-25' })).toBe('2026-03-20');
  expect(firstOf('date', { ...days, value: '2025-12-31' })).toBe('2026-03-10');
  expect(firstOf('time', { start: '09:00', end: '12:00', value: '23:59' })).toBe('12:00');
});

test('the minutes stay as they are read while the hours are turned', () => {
  const given: Record<string, string> = { start: '09:30', end: '12:10', value: '09:45' };
  const text = (name: string) => given[name] ?? '';
  const self = { text, value: text, number: Number };
  const before = columnsOf('time', self);
  const after = columnsOf('time', self, [1, before[1]?.selected ?? 0], before);
  expect(
    answerOf(
      'time',
      after,
      after.map(({ selected }) => selected),
    ).value,
  ).toBe('10:45');
});
