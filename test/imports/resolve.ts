import { posix } from 'node:path';

/** The files under test: path from the root -> text. */
export type Files = ReadonlyMap<string, string>;

const EXTENSIONS = ['', '.ts', '.tsx', '.d.ts', '.mjs', '.json', '/index.ts', '/index.tsx'];

/** The file that a relative import leads to; null when to none, or to a package. */
export function fileOf(files: Files, from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = posix.join(posix.dirname(from), specifier);
  return (
    EXTENSIONS.map((extension) => base + extension).find((candidate) => files.has(candidate)) ??
    null
  );
}
