import type { PickerColumn as Column, PickerMode } from '../../../../contract/picker';
import type { Builtin } from '../kit';

/** The detail of `change`. */
export interface PickerValue {
  readonly value: unknown;
  readonly code?: readonly string[];
  readonly postcode?: string;
}

/** A few of China's, enough to choose from; the real list is WeChat's. */
const REGIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  北京市: { 北京市: ['东城区', '西城区', '朝阳区', '海淀区'] },
  上海市: { 上海市: ['黄浦区', '徐汇区', '浦东新区'] },
  广东省: { 广州市: ['天河区', '海珠区'], 深圳市: ['福田区', '南山区'] },
};

/**
 * What the sheet shows. `chosen`: what the person has chosen in it so far; absent: what the program
 * has set.
 */
export function columnsOf(
  mode: PickerMode,
  self: Builtin,
  chosen?: readonly number[],
): readonly Column[] {
  if (mode === 'selector')
    return [
      selector(self.value('range'), self.text('rangeKey'), chosen?.[0] ?? self.number('value')),
    ];
  if (mode === 'multiSelector') {
    const value = self.value('value');
    const selected = chosen ?? (Array.isArray(value) ? value.map(Number) : []);
    return list(self.value('range')).map((range, at) =>
      selector(range, self.text('rangeKey'), selected[at] ?? 0),
    );
  }
  if (mode === 'time') return time(self, chosen);
  return mode === 'date' ? date(self, chosen) : region(self, chosen);
}

export function answerOf(
  mode: PickerMode,
  columns: readonly Column[],
  chosen: readonly number[],
): PickerValue {
  const texts = columns.map(
    ({ options }, at) => options[Math.min(chosen[at] ?? 0, options.length - 1)] ?? '',
  );
  if (mode === 'selector') return { value: chosen[0] ?? 0 };
  if (mode === 'multiSelector') return { value: [...chosen] };
  if (mode === 'time') return { value: texts.join(':') };
  if (mode === 'date') return { value: texts.join('-') };
  return { value: texts, code: [], postcode: '' };
}

function selector(range: unknown, key: string, selected: number): Column {
  const options = list(range).map((item) =>
    key === '' || typeof item !== 'object' ? String(item) : String(Object(item)[key]),
  );
  return { options, selected: Number.isFinite(selected) ? Math.max(0, selected) : 0 };
}

function time(self: Builtin, chosen?: readonly number[]): Column[] {
  const parts = (/^(\d\d):(\d\d)$/.exec(self.text('value')) ?? []).slice(1);
  return [24, 60].map((count, at) => ({
    options: Array.from({ length: count }, (_, value) => two(value)),
    selected: chosen?.[at] ?? Number(parts[at] ?? 0),
  }));
}

/**
 * `fields`: year, month or day (default). Within `start` and `end`, which default to a century
 * around now.
 */
function date(self: Builtin, chosen?: readonly number[]): Column[] {
  const now = new Date();
  const count = { year: 1, month: 2 }[self.text('fields')] ?? 3;
  const [firstYear = now.getFullYear() - 50] = numbers(self.text('start'));
  const [lastYear = now.getFullYear() + 50] = numbers(self.text('end'));
  const [year = now.getFullYear(), month = now.getMonth() + 1, day = now.getDate()] = numbers(
    self.text('value'),
  );
  const years = Array.from({ length: Math.max(1, lastYear - firstYear + 1) }, (_, at) =>
    String(firstYear + at),
  );
  const months = Array.from({ length: 12 }, (_, at) => two(at + 1));
  const chosenYear = firstYear + (chosen?.[0] ?? year - firstYear);
  const days = new Date(chosenYear, (chosen?.[1] ?? month - 1) + 1, 0).getDate();
  return [
    {
      options: years,
      selected: chosen?.[0] ?? Math.min(Math.max(0, year - firstYear), years.length - 1),
    },
    { options: months, selected: chosen?.[1] ?? month - 1 },
    {
      options: Array.from({ length: days }, (_, at) => two(at + 1)),
      selected: Math.min(chosen?.[2] ?? day - 1, days - 1),
    },
  ].slice(0, count);
}

function region(self: Builtin, chosen?: readonly number[]): Column[] {
  const value = list(self.value('value')).map(String);
  const provinces = Object.keys(REGIONS);
  const at = (options: readonly string[], column: number) =>
    Math.min(
      chosen?.[column] ?? Math.max(0, options.indexOf(value[column] ?? '')),
      Math.max(0, options.length - 1),
    );
  const province = at(provinces, 0);
  const cities = Object.keys(REGIONS[provinces[province] ?? ''] ?? {});
  const city = at(cities, 1);
  const districts = REGIONS[provinces[province] ?? '']?.[cities[city] ?? ''] ?? [];
  return [
    { options: provinces, selected: province },
    { options: cities, selected: city },
    { options: districts, selected: at(districts, 2) },
  ];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function numbers(text: string): number[] {
  return text === '' ? [] : text.split('-').map(Number);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
