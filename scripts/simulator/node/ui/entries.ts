import type { TimelineEntry } from '../../contract/timeline';
import type { UiEntry } from '../../ui/model';

/** Characters of one entry. */
const longest = 300;

/** What happened, a line each. */
export function entriesOf(entries: readonly TimelineEntry[]): readonly UiEntry[] {
  return entries.map((entry) => ({ kind: entry.kind, text: textOf(entry).slice(0, longest) }));
}

function textOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'launch':
      return `${entry.options.path} ${entry.options.scene}`;
    case 'lifecycle':
      return `${entry.target}.${entry.hook}`;
    case 'wx':
      return [`wx.${entry.api}`, entry.outcome ?? '', written(entry.args)].join(' ');
    case 'http':
      return [entry.method, entry.url, entry.status ?? entry.error ?? ''].join(' ');
    case 'screen':
      return [entry.page, entry.screen ?? ''].join(' ');
    case 'sheet':
      return [entry.sheet, entry.answer ?? ''].join(' ');
    case 'tap':
      return [entry.target, entry.text].join(' ');
    case 'setData':
      return `${entry.page} ${entry.bytes} B`;
    case 'extMsg':
      return `${entry.by} ${entry.size}`;
    case 'app':
    case 'phone':
      return [entry.what, written(entry.detail)].join(' ');
    case 'console':
      return [entry.level, ...entry.args.map(written)].join(' ');
    case 'warning':
    case 'error':
      return entry.message;
  }
}

function written(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
