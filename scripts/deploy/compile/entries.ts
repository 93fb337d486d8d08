import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { NPM, packageSource } from './packages';

const appJson = z.object({
  pages: z.array(z.string()),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
  usingComponents: z.record(z.string(), z.string()).default({}),
});
const unitJson = z.object({ usingComponents: z.record(z.string(), z.string()).default({}) });

/** Where things are. */
export interface Places {
  /** A copy of `miniprogram/`. */
  readonly program: string;
  readonly nodeModules: string;
}

/**
 * What WeChat starts by itself, without an ending: the app, pages, the components that they use,
 * and so on.
 */
export function startedByWeChat(places: Places): readonly string[] {
  const app = appJson.parse(readJson(places, 'app'));
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    addComponents(unitJson.parse(readJson(places, path)), path);
  };
  const addComponents = ({ usingComponents }: z.infer<typeof unitJson>, from: string) => {
    for (const reference of Object.values(usingComponents)) {
      if (reference.startsWith('/')) add(posix.normalize(reference.slice(1)));
      else if (reference.startsWith('.')) add(posix.join(posix.dirname(from), reference));
      else add(NPM + reference);
    }
  };
  for (const page of app.pages) add(page);
  for (const { root, pages } of app.subPackages)
    for (const page of pages) add(posix.join(root, page));
  addComponents(app, 'app');
  return ['app', ...found];
}

/**
 * The script to bundle; undefined: none is there (which the official compiler says), or it is left
 * as its package has it.
 */
export function sourceOf(places: Places, path: string): string | undefined {
  return ['.ts', '.js']
    .map((ending) => fileOf(places, path) + ending)
    .find((file) => existsSync(file));
}

function readJson(places: Places, path: string): unknown {
  try {
    return JSON.parse(readFileSync(`${fileOf(places, path)}.json`, 'utf8'));
  } catch {
    // A page needs none, and what is broken the official compiler says in its own words.
    return {};
  }
}

/** Where the files of this component, page or module are, without an ending. */
export function fileOf({ program, nodeModules }: Places, path: string): string {
  return path.startsWith(NPM)
    ? join(nodeModules, packageSource(path.slice(NPM.length)))
    : join(program, path);
}
