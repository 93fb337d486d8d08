import type { TimelineEntry } from '@mini-login/simulator/contract';

/** What the reader can filter by: several kinds of entries that answer one question. */
export const groups = [
  'result',
  'wx',
  'http',
  'screen',
  'lifecycle',
  'setData',
  'phone',
  'problem',
] as const;
export type Group = (typeof groups)[number];

export function groupOf(entry: TimelineEntry): Group {
  switch (entry.kind) {
    case 'launch':
    case 'extMsg':
    case 'app':
      return 'result';
    case 'wx':
      return 'wx';
    case 'http':
      return 'http';
    case 'screen':
    case 'sheet':
    case 'tap':
      return 'screen';
    case 'lifecycle':
      return 'lifecycle';
    case 'setData':
      return 'setData';
    case 'phone':
      return 'phone';
    case 'console':
    case 'warning':
    case 'error':
      return 'problem';
  }
}

export interface Filter {
  /** Empty: all. */
  readonly groups: ReadonlySet<Group>;
  readonly text: string;
}

export const everything: Filter = { groups: new Set(), text: '' };

export function toggleGroup(filter: Filter, group: Group): Filter {
  const next = new Set(filter.groups);
  if (!next.delete(group)) next.add(group);
  return { ...filter, groups: next };
}

/**
 * Words of the search, all of which must occur somewhere in the entry; letter case does not count.
 */
export function matches(entry: TimelineEntry, filter: Filter): boolean {
  if (filter.groups.size > 0 && !filter.groups.has(groupOf(entry))) return false;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = JSON.stringify(entry).toLowerCase();
  return words.every((word) => haystack.includes(word));
}

/** As the clock has them: what was sent first may be noted last. */
export function byTime(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return [...entries].sort((one, other) => one.at - other.at);
}

/** ms since the launch that an entry belongs to, as its row says. */
export function timeOf(id: number, entries: readonly TimelineEntry[]): number {
  const at = entries.find((entry) => entry.id === id)?.at ?? 0;
  const launch = entries.findLast((entry) => entry.kind === 'launch' && entry.id <= id);
  return at - (launch?.at ?? entries[0]?.at ?? at);
}
