import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { say } from '../../messages/say';
import { summary as messages } from '../../messages/upload';
import { type FleetResult, summaryMarkdown } from './summary';

/**
 * One report for each run, so that a second run takes nothing of the first away; an index of all;
 * and the last one under a name that CI can know.
 */
export function writeReports(folder: string, result: FleetResult): void {
  writeReport(folder, result, summaryMarkdown(result));
}

/** The same of a run of another kind: what its index shows, and its page. */
export function writeReport(folder: string, result: IndexedResult, markdown: string): void {
  const runs = join(folder, 'reports');
  mkdirSync(runs, { recursive: true });
  const json = `${JSON.stringify(result, null, 2)}\n`;
  writeFileSync(join(runs, `${result.run}.json`), json);
  writeFileSync(join(runs, `${result.run}.md`), markdown);
  replace(join(runs, 'index.md'), indexOf(runs));
  replace(join(folder, 'report.json'), json);
  replace(join(folder, 'report.md'), markdown);
}

/** Sorts by time, and no two runs have the same. */
export function nameRun(startedAt: Date, pid: number): string {
  return `${startedAt.toISOString().replace(/[-:]/g, '').replace('.', '-')}-${pid}`;
}

const head = z.object({
  run: z.string(),
  kind: z.string(),
  version: z.string(),
  robot: z.number().optional(),
  brands: z.array(z.object({ ok: z.boolean(), mayHaveArrived: z.boolean().default(false) })),
});

/** What the index shows of a run. */
export interface IndexedResult {
  readonly run: string;
  readonly kind: string;
  readonly version: string;
  /** Of the official tool. */
  readonly robot?: number;
  readonly brands: readonly { readonly ok: boolean; readonly mayHaveArrived?: boolean }[];
}

/** Made of the reports that are there: two runs that end at once both stand in it. */
function indexOf(runs: string): string {
  const rows = readdirSync(runs)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .reverse()
    .map((file) => rowOf(file, join(runs, file)));
  return `# ${say(messages.runs())}

${say(messages.columns())}
|---|---|---|---:|---:|---:|---:|
${rows.join('\n')}
`;
}

function rowOf(file: string, path: string): string {
  const read = head.safeParse(parse(readFileSync(path, 'utf8')));
  // Another run may be writing it.
  if (!read.success) return `| ${file} | ${say(messages.unreadable())} | | | | | |`;
  const { run, kind, version, robot, brands } = read.data;
  const failed = brands.filter(({ ok }) => !ok);
  const unsure = failed.filter(({ mayHaveArrived }) => mayHaveArrived).length;
  return `| [${run}](${run}.md) | ${kind} | ${version} | ${robot ?? ''} | ${brands.length - failed.length} | ${failed.length} | ${unsure} |`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}
