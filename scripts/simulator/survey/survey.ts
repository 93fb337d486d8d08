import { basename } from 'node:path';
import { openPhone } from '../node/api/phone';
import type { PhoneBrowser } from '../node/api/types';
import { startSimulator } from '../node/server/server';
import { pagesOf } from './program';
import { type Visit, visit } from './visit';

export interface ProgramSurvey {
  readonly program: string;
  readonly pages: number;
  readonly launched: number;
  /**
   * Launched, and no error on the timeline but what the simulator refused by name; what WeChat
   * passes over is a warning.
   */
  readonly clean: number;
  readonly visits: readonly Visit[];
}

export interface SurveyOptions {
  readonly browser: PhoneBrowser;
  /** Real time for one page, ms. */
  readonly limit: number;
  onVisit(program: string, visit: Visit): void;
}

/**
 * Every page of the mini program in `folder`, each in a fresh process; a phone is opened anew only
 * when a page has hung it.
 */
export async function surveyProgram(
  folder: string,
  { browser, limit, onVisit }: SurveyOptions,
): Promise<ProgramSurvey> {
  const program = basename(folder);
  const simulator = await startSimulator({ project: folder });
  const visits: Visit[] = [];
  const open = () => openPhone({ simulator, browser, scale: 1 });
  let phone = await open();
  try {
    let broken: Visit | null = null;
    for (const page of pagesOf(folder)) {
      // What does not compile starts nowhere.
      const seen: Visit = broken ? { ...broken, page } : await visit(phone, page, limit);
      visits.push(seen);
      onVisit(program, seen);
      if (seen.hung) {
        await phone.close();
        phone = await open();
      } else if (
        !seen.launched &&
        !broken &&
        (await phone.problems()).some(({ kind }) => kind !== 'script')
      )
        broken = seen;
    }
  } finally {
    await phone.close();
    await simulator.close();
  }
  return { program, ...countsOf(visits), visits };
}

function countsOf(visits: readonly Visit[]): Pick<ProgramSurvey, 'pages' | 'launched' | 'clean'> {
  const launched = visits.filter((each) => each.launched);
  const clean = launched.filter(({ complaints }) =>
    complaints.every(({ kind }) => kind === 'refused'),
  );
  return { pages: visits.length, launched: launched.length, clean: clean.length };
}
