import { posix } from 'node:path';
import { z } from 'zod';

/** The files under test: path from the root -> text. */
export type Files = ReadonlyMap<string, string>;

/** A package of this repository. */
export interface Package {
  readonly name: string;
  /** With a slash at its end. */
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
}

const EXTENSIONS = ['', '.ts', '.tsx', '.d.ts', '.mjs', '.json', '/index.ts', '/index.tsx'];

/**
 * The file that an import leads to, also one of a package of this repository by its name; null when
 * to none, or to a foreign package.
 */
export function fileOf(files: Files, from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return entryOf(files, specifier);
  const base = posix.join(posix.dirname(from), specifier);
  return (
    EXTENSIONS.map((extension) => base + extension).find((candidate) => files.has(candidate)) ??
    null
  );
}

/** The package whose name a specifier begins with. */
export function packageNamed(files: Files, specifier: string): Package | null {
  return (
    packagesOf(files).find(({ name }) => specifier === name || specifier.startsWith(`${name}/`)) ??
    null
  );
}

/** The package that a file belongs to. */
export function packageOf(files: Files, path: string): Package | null {
  return packagesOf(files).find(({ folder }) => path.startsWith(folder)) ?? null;
}

/** Only what `exports` lists: https://nodejs.org/api/packages.html#exports */
function entryOf(files: Files, specifier: string): string | null {
  const found = packageNamed(files, specifier);
  if (found === null) return null;
  const wanted = `.${specifier.slice(found.name.length)}`;
  for (const [entry, target] of Object.entries(found.exports)) {
    const [before = '', after] = entry.split('*');
    if (after === undefined ? wanted !== entry : !matches(wanted, before, after)) continue;
    const star = after === undefined ? '' : wanted.slice(before.length, -after.length || undefined);
    const path = posix.join(found.folder, target.replace('*', star));
    return files.has(path) ? path : null;
  }
  return null;
}

function matches(wanted: string, before: string, after: string): boolean {
  return wanted.startsWith(before) && wanted.endsWith(after);
}

const packageJson = z.object({
  name: z.string().startsWith('@mini-login/'),
  exports: z.record(z.string(), z.string()),
});

const known = new WeakMap<Files, readonly Package[]>();

function packagesOf(files: Files): readonly Package[] {
  const found = known.get(files) ?? findPackages(files);
  known.set(files, found);
  return found;
}

function findPackages(files: Files): readonly Package[] {
  return [...files]
    .filter(([path]) => path.endsWith('/package.json'))
    .flatMap(([path, text]) => {
      const read = packageJson.safeParse(JSON.parse(text));
      return read.success ? [{ ...read.data, folder: path.slice(0, -'package.json'.length) }] : [];
    });
}
