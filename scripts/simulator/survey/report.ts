import type { ProgramSurvey } from './survey';
import type { Complaint, Visit } from './visit';

export interface Cause extends Complaint {
  /** How many pages complain so. */
  readonly pages: number;
  /** `program: page`, one of them. */
  readonly example: string;
}

/**
 * What the pages complain of, the most frequent first; words that differ only in names of files and
 * numbers are one cause.
 */
export function causesOf(surveys: readonly ProgramSurvey[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const { program, visits } of surveys) {
    for (const { page, query, complaints } of visits) {
      const first = new Map(complaints.map((each) => [keyOf(each), each]));
      for (const [key, complaint] of first) {
        const known = causes.get(key) ?? {
          ...complaint,
          pages: 0,
          example: `${program}: ${page}${query === '' ? '' : `?${query}`}`,
        };
        causes.set(key, { ...known, pages: known.pages + 1 });
      }
    }
  }
  return [...causes.values()].sort((a, b) => b.pages - a.pages);
}

function keyOf({ kind, message }: Complaint): string {
  const words = message.split('\n')[0] ?? '';
  return `${kind} ${words.replace(/^[\w@./-]+\.\w+(?::\d+)?: /, '').replace(/\d+/g, '0')}`;
}

const COLUMNS = ['pages', 'visits', 'launched', 'empty', 'shown', 'clean'] as const;
const SHARES = ['shown %', 'clean %'] as const;

/** What the columns mean. */
export const COLUMN_NOTES = [
  'launched: loaded; empty: neither WXML nor WXSS has anything to draw, and nothing is over it;',
  'shown: more than a colour can be seen, and nothing is missing; clean: and no error.',
];

/**
 * A table of programs, what the complete ones and all come to, and what was complained of. A
 * program is complete when it has everything that it names, and compiles: one that was never built
 * is not. Its visits that wait for no server's answer are counted apart as well, and each total is
 * there a second time without what has nothing to draw.
 */
export function reportText(surveys: readonly ProgramSurvey[]): string {
  const total = (name: string, of: readonly ProgramSurvey[], counts: (visit: Visit) => boolean) => {
    const each = of.map((program) => numbersOf(program, counts));
    const sums = COLUMNS.map((column) => each.reduce((sum, one) => sum + one[column], 0));
    const [, visits = 0, , , shown = 0, clean = 0] = sums;
    return row(name, ...sums, share(shown, visits), share(clean, visits));
  };
  const totals = (
    name: string,
    of: readonly ProgramSurvey[],
    counts: (visit: Visit) => boolean,
  ) => [
    total(name, of, counts),
    total(`${name}, something to draw`, of, (visit) => counts(visit) && !visit.empty),
  ];
  const every = () => true;
  const complete = surveys.filter((each) => each.complete);
  const causes = causesOf(surveys).map(({ pages, kind, message, example }) => {
    const words = message.split('\n')[0] ?? '';
    return `${String(pages).padStart(6)}  ${kind.padEnd(7)}  ${words.slice(0, 160)}\n${' '.repeat(17)}${example}`;
  });
  return [
    row('program', ...COLUMNS, ...SHARES),
    ...surveys.map((each) =>
      total(each.complete ? each.program : `${each.program} (not complete)`, [each], every),
    ),
    ...totals('complete programs', complete, every),
    ...totals('complete programs, no server asked', complete, ({ unanswered }) => !unanswered),
    ...totals('all', surveys, every),
    '',
    ...COLUMN_NOTES,
    '',
    'visits  kind     complaint, and a page that has it',
    ...causes,
    '',
  ].join('\n');
}

function numbersOf({ visits }: ProgramSurvey, counts: (visit: Visit) => boolean) {
  const counted = visits.filter(counts);
  return {
    pages: new Set(counted.map(({ page }) => page)).size,
    visits: counted.length,
    launched: counted.filter(({ launched }) => launched).length,
    empty: counted.filter(({ empty }) => empty).length,
    shown: counted.filter(({ shown }) => shown).length,
    clean: counted.filter(({ clean }) => clean).length,
  };
}

/** In per cent; never more than it is. */
function share(part: number, of: number): string {
  return of === 0 ? '-' : (Math.floor((part / of) * 1000) / 10).toFixed(1);
}

function row(name: string, ...values: readonly (string | number)[]): string {
  return name.padEnd(56) + values.map((value) => String(value).padStart(10)).join('');
}
