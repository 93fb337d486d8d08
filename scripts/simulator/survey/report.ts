import type { ProgramSurvey } from './survey';
import type { Complaint } from './visit';

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

const COLUMNS = ['pages', 'visits', 'launched', 'shown', 'clean'] as const;

/**
 * A table of programs, what the complete ones and all come to, and what was complained of. A
 * program is complete when it has everything that it names, and compiles: one that was never built
 * is not.
 */
export function reportText(surveys: readonly ProgramSurvey[]): string {
  const numbers = surveys.map((each) => ({ ...each, visits: each.visits.length }));
  const total = (name: string, of: typeof numbers) =>
    row(name, ...COLUMNS.map((column) => of.reduce((sum, each) => sum + each[column], 0)));
  const causes = causesOf(surveys).map(({ pages, kind, message, example }) => {
    const words = message.split('\n')[0] ?? '';
    return `${String(pages).padStart(6)}  ${kind.padEnd(7)}  ${words.slice(0, 160)}\n${' '.repeat(17)}${example}`;
  });
  return [
    row('program', ...COLUMNS),
    ...numbers.map((each) =>
      row(
        each.complete ? each.program : `${each.program} (not complete)`,
        ...COLUMNS.map((column) => each[column]),
      ),
    ),
    total(
      'complete programs',
      numbers.filter(({ complete }) => complete),
    ),
    total('all', numbers),
    '',
    'visits  kind     complaint, and a page that has it',
    ...causes,
    '',
  ].join('\n');
}

function row(name: string, ...values: readonly (string | number)[]): string {
  return name.padEnd(44) + values.map((value) => String(value).padStart(10)).join('');
}
