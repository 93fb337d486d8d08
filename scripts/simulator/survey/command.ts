import { resolve } from 'node:path';
import { openBrowser } from '../node/api/browser';
import { entriesOf } from './program';
import { causesOf, reportText } from './report';
import { type ProgramSurvey, type ProgramToSurvey, surveyProgram } from './survey';

export interface SurveyOptions {
  /** One JSON document on stdout, and nothing else. */
  readonly json: boolean;
  /** Real time for one page, ms. */
  readonly limit: number;
}

/** A folder; with a name where its own says nothing, such as `dist`. */
export type SurveyedFolder = string | { readonly folder: string; readonly name: string };

/** A folder that holds nothing to survey. */
interface UnreadableFolder {
  readonly folder: string;
  readonly reason: string;
}

/**
 * Surveys mini programs for a person at a terminal, and gives the exit code: 0: every visit was
 * clean; 1: not so; 2: a folder holds no mini program. The others are surveyed all the same.
 */
export async function surveyFolders(
  folders: readonly SurveyedFolder[],
  { json, limit }: SurveyOptions,
): Promise<number> {
  const unreadable: UnreadableFolder[] = [];
  const refuse = (folder: string, error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    unreadable.push({ folder, reason });
    process.stderr.write(`${folder}: ${reason}\n`);
  };
  const programs = folders.flatMap((each): ProgramToSurvey[] => {
    const given = typeof each === 'string' ? { folder: each } : each;
    try {
      const folder = resolve(given.folder);
      return [{ ...given, folder, entries: entriesOf(folder) }];
    } catch (error) {
      refuse(given.folder, error);
      return [];
    }
  });
  const surveys = await surveyAll(programs, limit, refuse);
  if (json) {
    const result = { programs: surveys, causes: causesOf(surveys), unreadable };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } else if (surveys.length > 0) process.stdout.write(reportText(surveys));
  if (unreadable.length > 0) return 2;
  return surveys.every(({ visits, clean }) => visits.length === clean) ? 0 : 1;
}

async function surveyAll(
  programs: readonly ProgramToSurvey[],
  limit: number,
  refuse: (folder: string, error: unknown) => void,
): Promise<readonly ProgramSurvey[]> {
  if (programs.length === 0) return [];
  const browser = await openBrowser();
  const surveys: ProgramSurvey[] = [];
  try {
    for (const program of programs) {
      try {
        surveys.push(await surveyProgram(program, { browser, limit, onVisit: say }));
      } catch (error) {
        refuse(program.folder, error);
      }
    }
  } finally {
    await browser.close();
  }
  return surveys;
}

/** Progress on stderr: stdout is the result's. */
function say(
  program: string,
  { page, query, launched, empty, shown, clean, complaints }: ProgramSurvey['visits'][number],
): void {
  const outcome = clean
    ? 'clean'
    : shown
      ? 'shown'
      : empty
        ? 'empty'
        : launched
          ? 'launched'
          : 'no launch';
  const why = complaints.find(({ kind }) => kind !== 'refused')?.message.split('\n')[0] ?? '';
  process.stderr.write(
    `${program}  ${page}${query === '' ? '' : `?${query}`}  ${outcome}  ${why.slice(0, 120)}\n`,
  );
}
