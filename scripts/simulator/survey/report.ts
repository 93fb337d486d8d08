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
    for (const { page, complaints } of visits) {
      const first = new Map(complaints.map((each) => [keyOf(each), each]));
      for (const [key, complaint] of first) {
        const known = causes.get(key) ?? { ...complaint, pages: 0, example: `${program}: ${page}` };
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

export function reportText(surveys: readonly ProgramSurvey[]): string {
  const rows = surveys.map(({ program, pages, launched, clean }) =>
    row(program, pages, launched, clean),
  );
  const sum = (of: 'pages' | 'launched' | 'clean') =>
    surveys.reduce((total, each) => total + each[of], 0);
  const causes = causesOf(surveys).map(({ pages, kind, message, example }) => {
    const words = message.split('\n')[0] ?? '';
    return `${String(pages).padStart(5)}  ${kind.padEnd(7)}  ${words.slice(0, 160)}\n${' '.repeat(16)}${example}`;
  });
  return [
    row('program', 'pages', 'launched', 'clean'),
    ...rows,
    row('all', sum('pages'), sum('launched'), sum('clean')),
    '',
    'pages  kind     complaint, and a page that has it',
    ...causes,
    '',
  ].join('\n');
}

function row(name: string, ...values: readonly (string | number)[]): string {
  return name.padEnd(32) + values.map((value) => String(value).padStart(10)).join('');
}
