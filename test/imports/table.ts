import { posix } from 'node:path';
import { type Files, fileOf } from './resolve';
import { type ImportKind, readSource } from './source';

/** A row of the import table. */
export interface Room {
  /**
   * Where its files are: a folder with a slash at its end, or one file. The first row that fits a
   * file is its room.
   */
  readonly files: readonly string[];
  /**
   * Rooms and packages it may import, besides itself. A trailing `(types)`: only with `import
   * type`; `(lazy)`: only by `require.async` or `import()`. `(computed)`: names that are known only
   * when it runs. `*`: anything.
   */
  readonly may: readonly string[];
}

export type Table = Readonly<Record<string, Room>>;

/** One sentence for each thing that is against the table; empty when all is well. */
export function violations(table: Table, files: Files): string[] {
  return [...files]
    .filter(([path]) => /\.(ts|tsx|mjs|js)$/.test(path))
    .flatMap(([path, text]) => fileViolations(table, files, path, text));
}

function fileViolations(table: Table, files: Files, path: string, text: string): string[] {
  const room = roomOf(table, path);
  if (room === null)
    return [`${path} belongs to no room: add its folder to the table in test/imports.test.ts`];
  const { imports, usesWx } = readSource(path, text);
  const wrong = imports.flatMap(({ specifier, kind }) => {
    const target = targetOf(table, files, path, specifier);
    if (isAllowed(table, room, target, kind)) return [];
    const what = `${path} imports ${kind === 'value' ? '' : `${kind} from `}'${specifier}'`;
    if (target === null) return [`${what}, which leads to no file`];
    return [
      `${what}: ${room} may import ${table[room]?.may.join(', ') || 'nothing outside itself'}`,
    ];
  });
  if (path.startsWith('miniprogram/')) {
    const folders = imports.filter(({ specifier }) => leadsToFolder(files, path, specifier));
    wrong.push(
      ...folders.map(
        ({ specifier }) =>
          `${path} imports the folder '${specifier}': WeChat's compiler doesn't look for its index`,
      ),
    );
  }
  if (usesWx && path.startsWith('miniprogram/') && room !== 'wechat')
    wrong.push(`${path} uses wx: only wechat may`);
  return wrong;
}

function roomOf(table: Table, path: string): string | null {
  const row = Object.entries(table).find(([, { files }]) =>
    files.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place)),
  );
  return row?.[0] ?? null;
}

/** The room or package that an import leads to; null when to neither. */
function targetOf(table: Table, files: Files, from: string, specifier: string): string | null {
  if (specifier.startsWith('node:')) return 'node';
  if (specifier === '(computed)') return specifier;
  if (!specifier.startsWith('.')) {
    const depth = specifier.startsWith('@') ? 2 : 1;
    return specifier.split('/').slice(0, depth).join('/');
  }
  const path = fileOf(files, from, specifier);
  return path === null ? null : roomOf(table, path);
}

function leadsToFolder(files: Files, from: string, specifier: string): boolean {
  return (
    specifier.startsWith('.') && files.has(`${posix.join(posix.dirname(from), specifier)}/index.ts`)
  );
}

function isAllowed(table: Table, room: string, target: string | null, kind: ImportKind): boolean {
  if (target === null || target === 'test') return room === 'test' && target === 'test';
  if (target === room) return true;
  const may = table[room]?.may ?? [];
  return may.includes('*') || may.includes(target) || may.includes(`${target} (${kind})`);
}
