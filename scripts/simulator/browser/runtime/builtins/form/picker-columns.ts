import type { PickerColumn as Column, PickerMode } from '../../../../contract/picker';
import type { Builtin } from '../kit';

/** What is read of the component. */
export type Properties = Pick<Builtin, 'text' | 'value' | 'number'>;

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
 * What the sheet shows. `chosen`: what the person has chosen so far, in the columns `shown`; absent:
 * what the program has set. Of a time or a date each column holds what is valid next to those on its
 * left: nothing before `start` or after `end`.
 */
export function columnsOf(
  mode: PickerMode,
  self: Properties,
  chosen?: readonly number[],
  shown: readonly Column[] = [],
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
  if (mode === 'region') return region(self, chosen);
  // By what stands there, and not by its place, which is another when a wheel begins elsewhere.
  const picked = chosen?.map((at, column) => Number(shown[column]?.options[at]));
  return mode === 'time' ? time(self, picked) : date(self, picked);
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

function time(self: Properties, picked?: readonly number[]): Column[] {
  return wheels({
    ...{ ends: [() => [0, 23], () => [0, 59]], picked: picked ?? numbers(self.text('value'), ':') },
    ...{ start: numbers(self.text('start'), ':'), end: numbers(self.text('end'), ':') },
  });
}

/**
 * `fields`: year, month or day (default). Without `start` and `end`, a century around now.
 */
function date(self: Properties, picked?: readonly number[]): Column[] {
  const now = new Date();
  const thisYear = now.getFullYear();
  const count = { year: 1, month: 2 }[self.text('fields')] ?? 3;
  const value = numbers(self.text('value'), '-');
  const start = numbers(self.text('start'), '-');
  const end = numbers(self.text('end'), '-');
  const ends: readonly Ends[] = [
    () => [start[0] ?? Math.min(thisYear - 50, end[0] ?? thisYear), end[0] ?? thisYear + 50],
    () => [1, 12],
    ([year = thisYear, month = 1]) => [1, new Date(year, month, 0).getDate()],
  ];
  const today = [thisYear, now.getMonth() + 1, now.getDate()];
  return wheels({
    ...{ ends: ends.slice(0, count), start, end },
    picked: picked ?? (value.length > 0 ? value : today),
  });
}

/** The least and the most of a wheel, next to what those on its left show. */
type Ends = (left: readonly number[]) => readonly [least: number, most: number];

interface Wheels {
  readonly ends: readonly Ends[];
  /** As `value` of the component: parts, of which the last ones may be missing. */
  readonly picked: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

function wheels({ ends, picked, start, end }: Wheels): Column[] {
  const left: number[] = [];
  let [atStart, atEnd] = [true, true];
  let over = 0;
  return ends.map((of, column) => {
    const [least, most] = of(left);
    const [first, last] = [start[column] ?? least, end[column] ?? most];
    const low = atStart ? Math.max(least, first) : least;
    const high = Math.max(low, atEnd ? Math.min(most, last) : most);
    // What lies before the first or after the last is that one, in all the columns that follow.
    const given = picked[column];
    const wanted = over !== 0 || given === undefined || Number.isNaN(given) ? low : given;
    const shown = over > 0 ? high : Math.min(Math.max(wanted, low), high);
    if (over === 0 && wanted !== shown) over = wanted < shown ? -1 : 1;
    left.push(shown);
    atStart &&= shown === first;
    atEnd &&= shown === last;
    const options = Array.from({ length: high - low + 1 }, (_, at) => two(low + at));
    return { options, selected: shown - low };
  });
}

function region(self: Properties, chosen?: readonly number[]): Column[] {
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

/** None of a text that is not such a list. */
function numbers(text: string, separator: ':' | '-'): number[] {
  return /^\d+(?:[-:]\d+)*$/.test(text) ? text.split(separator).map(Number) : [];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
