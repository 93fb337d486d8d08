import { posix } from 'node:path';
import { type Files, fileOf, packageNamed, packageOf } from './resolve';
import { type ImportKind, readSource } from './source';

/** A row of the import table. */
export interface ImportRow {
  /**
   * Where its files are: a folder with a slash at its end, or one file. The first row that fits a
   * file is its own.
   */
  readonly files: readonly string[];
  /**
   * Rows, and entries of packages as imports write them, that it may import besides itself. A
   * trailing `(types)`: only with `import type`; `(lazy)`: only by `require.async` or `import()`.
   * `(computed)`: names that are known only when it runs. `*`: anything.
   */
  readonly may: readonly string[];
  /**
   * Folders and files of packages of this repository that it may take by their path; all others
   * only by the package's name.
   */
  readonly byPath?: readonly string[];
}

export type Table = Readonly<Record<string, ImportRow>>;

/** One sentence for each thing that is against the table; empty when all is well. */
export function violations(table: Table, files: Files): string[] {
  return [...files]
    .filter(([path]) => /\.(?:[mc]?[tj]s|[tj]sx)$/.test(path))
    .flatMap(([path, text]) => fileViolations(table, files, path, text));
}

function fileViolations(table: Table, files: Files, path: string, text: string): string[] {
  const row = rowOf(table, path);
  if (row === null)
    return [`${path} belongs to no row: add its folder to the table in test/imports/rows.ts`];
  if (!/\.(?:tsx?|[mc]?js)$/.test(path))
    return [`${path} has an extension that no other tool here reads: write .ts, .tsx or .mjs`];
  const { imports, usesWx } = readSource(path, text);
  const wrong = imports.flatMap(({ specifier, kind }) => {
    const what = `${path} imports ${kind === 'value' ? '' : `${kind} from `}'${specifier}'`;
    const crossed = crossedPackage(table, row, files, { from: path, specifier });
    if (crossed !== null) return [`${what}: ${crossed} is a package, imported by its name only`];
    const target = targetOf(table, files, path, specifier);
    if (isAllowed(table, row, target, kind)) return [];
    if (target === null) return [`${what}, which leads to no file`];
    return [`${what}: ${row} may import ${table[row]?.may.join(', ') || 'nothing outside itself'}`];
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
  if (usesWx && path.startsWith('miniprogram/') && !row?.startsWith('wechat'))
    wrong.push(`${path} uses wx: only wechat may`);
  return wrong;
}

function rowOf(table: Table, path: string): string | null {
  const row = Object.entries(table).find(([, { files }]) =>
    files.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place)),
  );
  return row?.[0] ?? null;
}

/** The package whose border a relative import crosses, in or out, without leave. */
function crossedPackage(
  table: Table,
  row: string,
  files: Files,
  { from, specifier }: { readonly from: string; readonly specifier: string },
): string | null {
  const path = specifier.startsWith('.') ? fileOf(files, from, specifier) : null;
  if (path === null) return null;
  const into = packageOf(files, path);
  if (into === null || into === packageOf(files, from)) return null;
  const may = table[row]?.byPath ?? [];
  return may.some((place) => path.startsWith(place)) ? null : into.name;
}

/** The row or package that an import leads to; null when to neither. */
function targetOf(table: Table, files: Files, from: string, specifier: string): string | null {
  if (specifier.startsWith('node:')) return 'node';
  if (specifier === '(computed)') return specifier;
  const path = fileOf(files, from, specifier);
  if (specifier.startsWith('.')) return path === null ? null : rowOf(table, path);
  // A package of this repository has the entries that it exports, and no others.
  return path === null && packageNamed(files, specifier) !== null ? null : specifier;
}

function leadsToFolder(files: Files, from: string, specifier: string): boolean {
  return (
    specifier.startsWith('.') && files.has(`${posix.join(posix.dirname(from), specifier)}/index.ts`)
  );
}

function isAllowed(table: Table, row: string, target: string | null, kind: ImportKind): boolean {
  if (target === null) return false;
  if (isTest(target)) return isTest(row);
  if (target === row) return true;
  const may = table[row]?.may ?? [];
  return may.includes('*') || may.includes(target) || may.includes(`${target} (${kind})`);
}

function isTest(row: string): boolean {
  return row === 'test' || row.startsWith('test/');
}
