import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');

/** Below this share of noticed mutants the command fails. */
export const leastPercent = 90;

/** All results so far, as StrykerJS keeps them for its next run. */
export const resultsFile = 'out/mutation/incremental.json';

const place = z.object({ line: z.number(), column: z.number() });
const mutant = z.object({
  status: z.string(),
  replacement: z.string().optional(),
  mutatorName: z.string(),
  location: z.object({ start: place, end: place }),
});
const resultsShape = z.object({
  files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(mutant) })),
});
export type Results = z.infer<typeof resultsShape>['files'];

/** A mutant that no caller could notice, by what it changes. */
const listShape = z.array(
  z.strictObject({ file: z.string(), from: z.string(), to: z.string(), why: z.string().min(1) }),
);
export type Unnoticeable = z.infer<typeof listShape>[number];

const listFile = 'test/login/mutants/unnoticeable.json';

export interface Summary {
  readonly noticed: number;
  /** Not noticed, and on the list with the reason why no caller could. */
  readonly listed: number;
  /** Not noticed, and not on the list: a rule that no test holds. */
  readonly open: readonly string[];
  /** On the list for nothing: noticed, or not there any more. */
  readonly stale: readonly string[];
  /** Of all mutants, the listed ones too. */
  readonly percent: number;
}

export function readResults(): Results {
  const file = join(root, resultsFile);
  return existsSync(file) ? resultsShape.parse(JSON.parse(readFileSync(file, 'utf8'))).files : {};
}

export function readUnnoticeable(): readonly Unnoticeable[] {
  return listShape.parse(JSON.parse(readFileSync(join(root, listFile), 'utf8')));
}

/** Holds the results and the list to each other. */
export function summaryOf(results: Results, list: readonly Unnoticeable[]): Summary {
  const open: { readonly entry: Omit<Unnoticeable, 'why'>; readonly line: number }[] = [];
  let noticed = 0;
  for (const [file, { source, mutants }] of Object.entries(results))
    for (const { status, replacement = '', location } of mutants) {
      if (status === 'Killed' || status === 'Timeout') noticed += 1;
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const entry = { file, from: oneLine(textAt(source, location)), to: oneLine(replacement) };
      open.push({ entry, line: location.start.line });
    }
  const all = noticed + open.length;
  const stale: string[] = [];
  for (const { file, from, to } of list) {
    const index = open.findIndex(
      ({ entry }) => entry.file === file && entry.from === from && entry.to === to,
    );
    if (index >= 0) open.splice(index, 1);
    else if (file in results) stale.push(`${file}: ${from} -> ${to}`);
  }
  return {
    noticed,
    listed: all - noticed - open.length,
    open: open.map(({ entry, line }) => `${entry.file}:${line}: ${entry.from} -> ${entry.to}`),
    stale,
    percent: (100 * noticed) / Math.max(all, 1),
  };
}

/** Lines and columns count from 1. */
function textAt(source: string, { start, end }: z.infer<typeof mutant>['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.pop() ?? '';
  return [...lines, last.slice(0, end.column - 1)].join('\n').slice(start.column - 1);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
