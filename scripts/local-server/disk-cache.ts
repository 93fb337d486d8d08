import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';

/**
 * A value, and every file that it was made from; a file that is not there counts too. Absolute
 * paths.
 */
export interface Made<T> {
  readonly value: T;
  readonly files: readonly string[];
}

/** The checkout that this file belongs to. */
const root = join(import.meta.dirname, '../..');
const installed = join(root, 'node_modules');

const mostKept = 40;

/**
 * With a checkout's own packages; of a package that is installed somewhere, the user's cache:
 * nothing is written into other people's node_modules. `MINI_LOGIN_CACHE` names another.
 */
function cacheFolder(): string {
  const chosen = process.env.MINI_LOGIN_CACHE;
  if (chosen) return chosen;
  if (existsSync(installed)) return join(installed, '.cache/mini-login');
  const { XDG_CACHE_HOME: cache, LOCALAPPDATA: local } = process.env;
  const own = platform() === 'darwin' ? 'Library/Caches' : '.cache';
  return join(cache || local || join(homedir(), own), 'mini-login');
}

const kept = z.object({ files: z.array(z.tuple([z.string(), z.string()])), value: z.string() });

/**
 * Keeps what takes long to make between runs, in `cacheFolder()`, as long as every file that it
 * was made from reads the same, here: node_modules may have been copied from another checkout,
 * whose files say nothing. That goes for the installed packages too, and for all files under
 * `makers`, the folders of the code that makes it. The value must be JSON.
 */
export async function keepOnDisk<T>(
  name: string,
  make: () => Promise<Made<T>>,
  makers: readonly string[] = [],
): Promise<Made<T>> {
  const file = join(cacheFolder(), `${hash(name)}.json`);
  const found = kept.safeParse(readJson(file));
  const was = found.success ? found.data.files.map(([path, hash]) => [fromHere(path), hash]) : [];
  if (found.success && was.every(([path = '', hash]) => hashOf(path) === hash)) {
    markUsed(file);
    return {
      value: JSON.parse(found.data.value) as T,
      files: was.map(([path = '']) => path),
    };
  }
  const { value, files } = await make();
  const all = [
    ...new Set([
      ...files,
      join(installed, '.package-lock.json'),
      ...[import.meta.dirname, ...makers].flatMap(sourcesUnder),
    ]),
  ];
  const entry: z.infer<typeof kept> = {
    files: all.map((path) => [toHere(path), hashOf(path)]),
    value: JSON.stringify(value),
  };
  write(file, JSON.stringify(entry));
  return { value, files: all };
}

/**
 * Whole or not at all: another process may read it meanwhile. A disk that can't be written to only
 * costs time.
 */
function write(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
    prune(dirname(file));
  } catch {
    // Made again the next time.
  }
}

/** What is used stays: else forty programs of tests would push out the one that all others use. */
function markUsed(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Somebody else's cache, or gone meanwhile: made again the next time.
  }
}

/** Programs come and go, the ones of tests above all: those unused for longest go. */
function prune(folder: string): void {
  const entries = readdirSync(folder).map((name) => join(folder, name));
  if (entries.length <= mostKept) return;
  const age = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  for (const file of entries.sort((a, b) => age(a) - age(b)).slice(0, entries.length - mostKept))
    rmSync(file, { force: true });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A file of this checkout is known by its place in it. */
function toHere(path: string): string {
  const inside = relative(root, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

function fromHere(path: string): string {
  return resolve(root, path);
}

function hashOf(path: string): string {
  try {
    return hash(readFileSync(path));
  } catch {
    return 'absent';
  }
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url');
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
