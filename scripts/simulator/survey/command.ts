import { resolve } from 'node:path';
import { openBrowser } from '../node/api/browser';
import { causesOf, reportText } from './report';
import { type ProgramSurvey, surveyProgram } from './survey';

export interface SurveyOptions {
  /** One JSON document on stdout, and nothing else. */
  readonly json: boolean;
  /** Real time for one page, ms. */
  readonly limit: number;
}

/** A folder; with a name where its own says nothing, such as `dist`. */
export type SurveyedFolder = string | { readonly folder: string; readonly name: string };

/**
 * Surveys mini programs for a person at a terminal, and gives the exit code: 0: every visit was
 * clean; 1: not so; 2: a folder holds no mini program.
 */
export async function surveyFolders(
  folders: readonly SurveyedFolder[],
  { json, limit }: SurveyOptions,
): Promise<number> {
  const browser = await openBrowser();
  const surveys: ProgramSurvey[] = [];
  let unreadable = false;
  try {
    for (const each of folders) {
      const { folder, name } = typeof each === 'string' ? { folder: each, name: undefined } : each;
      try {
        surveys.push(
          await surveyProgram(resolve(folder), {
            browser,
            limit,
            ...(name === undefined ? {} : { name }),
            onVisit: (program, visit) => say(program, visit),
          }),
        );
      } catch (error) {
        unreadable = true;
        process.stderr.write(
          `${folder}: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      }
    }
  } finally {
    await browser.close();
  }
  if (json)
    process.stdout.write(
      `${JSON.stringify({ programs: surveys, causes: causesOf(surveys) }, null, 2)}\n`,
    );
  else process.stdout.write(reportText(surveys));
  if (unreadable) return 2;
  return surveys.every(({ visits, clean }) => visits.length === clean) ? 0 : 1;
}

/** Progress on stderr: stdout is the result's. */
function say(
  program: string,
  { page, query, launched, shown, clean, complaints }: ProgramSurvey['visits'][number],
): void {
  const outcome = clean ? 'clean' : shown ? 'shown' : launched ? 'launched' : 'no launch';
  const why = complaints.find(({ kind }) => kind !== 'refused')?.message.split('\n')[0] ?? '';
  process.stderr.write(
    `${program}  ${page}${query === '' ? '' : `?${query}`}  ${outcome}  ${why.slice(0, 120)}\n`,
  );
}
