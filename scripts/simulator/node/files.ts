import { readFileSync, statSync } from 'node:fs';

/*
 * The one place where a program's files are looked at. Programs name what is not there: a folder,
 * a path through a file (`a.png/index.ts`), a name that is too long. None of it is a reason to
 * stop: it is not there.
 */

/** Changes when the file is written, appears or goes; null: there is no such file. */
export function stampOfFile(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() ? `${stat.mtimeMs}:${stat.ctimeMs}:${stat.size}` : null;
  } catch {
    return null;
  }
}

/** Null when there is no such file, or it can't be read. A byte order mark is no part of it. */
export function readText(path: string): string | null {
  return (
    readBytes(path)
      ?.toString('utf8')
      .replace(/^\ufeff/, '') ?? null
  );
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** The object in a JSON file; {} when there is none. What is wrong with it, the compiler says. */
export function readJsonObject(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readText(path) ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
