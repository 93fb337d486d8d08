import { basename } from 'node:path';
import { openPhone } from '../node/api/phone';
import type { Phone, PhoneBrowser } from '../node/api/types';
import { startSimulator } from '../node/server/server';
import { openSources } from '../node/server/sources';
import type { Entry } from './program';
import { type Visit, visit } from './visit';

/** Every number is of visits that were made: a page is visited once for each of its queries. */
export interface ProgramSurvey {
  readonly program: string;
  /** Pages of app.json. */
  readonly pages: number;
  readonly launched: number;
  readonly empty: number;
  readonly shown: number;
  readonly clean: number;
  /**
   * Every component, template, page and module that the program names is in its folder, and WeChat's
   * compiler takes what is there.
   */
  readonly complete: boolean;
  readonly visits: readonly Visit[];
}

/** A mini program, and what there is to visit in it. */
export interface ProgramToSurvey {
  readonly folder: string;
  readonly entries: readonly Entry[];
  /** In place of the folder's own. */
  readonly name?: string;
}

export interface VisitOptions {
  readonly browser: PhoneBrowser;
  /** Real time for one page, ms. */
  readonly limit: number;
  onVisit(program: string, visit: Visit): void;
}

/**
 * Every page of the mini program in `folder`, each in a fresh process; a phone is opened again only
 * when a page has hung it.
 */
export async function surveyProgram(
  { folder, entries, name }: ProgramToSurvey,
  { browser, limit, onVisit }: VisitOptions,
): Promise<ProgramSurvey> {
  const program = name ?? basename(folder);
  const simulator = await startSimulator({ project: folder });
  const visits: Visit[] = [];
  const open = () => openPhone({ simulator, browser, scale: 1 });
  let phone: Phone | undefined;
  try {
    const emptyPages = await emptyPagesOf(folder);
    for (const entry of entries) {
      phone ??= await open();
      const seen = await visit(phone, entry, limit, emptyPages);
      visits.push(seen);
      onVisit(program, seen);
      if (!seen.hung) continue;
      await phone.close();
      phone = undefined;
    }
  } finally {
    await phone?.close();
    // Also when no phone opens: a server that stays keeps the command from ending.
    await simulator.close();
  }
  return {
    program,
    pages: new Set(entries.map(({ page }) => page)).size,
    launched: count(visits, 'launched'),
    empty: count(visits, 'empty'),
    shown: count(visits, 'shown'),
    clean: count(visits, 'clean'),
    complete: visits.every(({ complaints }) =>
      complaints.every(({ kind }) => kind !== 'missing' && kind !== 'broken'),
    ),
    visits,
  };
}

/** Of the program as the simulator has just compiled it. */
async function emptyPagesOf(folder: string): Promise<ReadonlySet<string>> {
  const sources = openSources(folder, false);
  const { emptyPages } = await sources.program();
  await sources.close();
  return new Set(emptyPages);
}

function count(visits: readonly Visit[], of: 'launched' | 'empty' | 'shown' | 'clean'): number {
  return visits.filter((each) => each[of]).length;
}
