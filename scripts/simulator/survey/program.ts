import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../node/compile/json';
import { programRoot } from '../node/compile/program-root';
import { readJsonObject, readText } from '../node/files';

/** One way into a page. */
export interface Entry {
  readonly page: string;
  /** Without the question mark; '' for none. */
  readonly query: string;
  /** Of a compile mode that names one. */
  readonly scene?: number;
}

/**
 * Every page that app.json lists, those of subpackages too, by every compile mode that the
 * project's settings have for it: a page that needs a query says there which. Without one it is
 * entered as it is.
 *
 * @throws What is wrong: the folder is not there, holds no mini program, or one without a page.
 */
export function entriesOf(folder: string): readonly Entry[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) throw new Error('there is no such folder');
  if (!found.isDirectory()) throw new Error('this is a file, and not the folder of a mini program');
  if (readdirSync(folder).length === 0) throw new Error('this folder is empty');
  const { miniprogramRoot, modes } = settingsOf(folder);
  const file = join(folder, programRoot(miniprogramRoot) ?? '.', 'app.json');
  const text = readText(file);
  if (text === null)
    throw new Error(`this folder holds no mini program: ${file} is not there, or can't be read`);
  const { value, errors } = readJson(text, file);
  for (const { line, message } of errors) throw new Error(`${file}:${line}: ${message}`);
  for (const at of listsOfPages(value)) throw new Error(`${file}: ${at} must be a list of paths`);
  const pages = pagesOf(value);
  if (pages.length === 0) throw new Error(`there is nothing to visit: ${file} names no page`);
  return pages.flatMap((page): Entry[] => {
    const own = modes.filter((mode) => mode.page === page);
    return own.length === 0 ? [{ page, query: '' }] : own;
  });
}

function pagesOf(app: Readonly<Record<string, unknown>>): readonly string[] {
  const packages = app.subPackages ?? app.subpackages;
  const pages = [
    ...strings(app.pages),
    ...list(packages).flatMap((each) => {
      const { root, pages } = Object(each);
      return strings(pages).map((page) => `${String(root).replace(/^\/|\/$/g, '')}/${page}`);
    }),
  ];
  return [...new Set(pages)];
}

/** Those that are there and are none. */
function listsOfPages(app: Readonly<Record<string, unknown>>): readonly string[] {
  const isList = (value: unknown) => value === undefined || strings(value).length === size(value);
  const packages = app.subPackages ?? app.subpackages;
  return [
    ...(isList(app.pages) ? [] : ['"pages"']),
    ...list(packages).flatMap((each, index) =>
      isList(Object(each).pages) ? [] : [`"pages" of subPackages[${index}]`],
    ),
  ];
}

/** Null: it is no list. */
function size(value: unknown): number | null {
  return Array.isArray(value) ? value.length : null;
}

/**
 * What DevTools keeps as compile modes, and where the program is.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html
 */
function settingsOf(folder: string) {
  const files = ['project.config.json', 'project.private.config.json'].map((name) =>
    readJsonObject(join(folder, name)),
  );
  const modes = files.flatMap(({ condition }) => {
    const { miniprogram, weapp } = Object(condition);
    return [miniprogram, weapp].flatMap((each) => list(Object(each).list)).flatMap(modeOf);
  });
  const unique = new Map(modes.map((mode) => [JSON.stringify(mode), mode]));
  return {
    miniprogramRoot: Object.assign({}, ...files).miniprogramRoot,
    modes: [...unique.values()],
  };
}

function modeOf(value: unknown): Entry[] {
  const { pathName, query, scene } = Object(value);
  if (typeof pathName !== 'string' || pathName === '') return [];
  return [
    {
      page: pathName.replace(/^\//, '').replace(/\.html$/, ''),
      query: typeof query === 'string' ? query.replace(/^\?/, '') : '',
      ...(typeof scene === 'number' && scene > 0 ? { scene } : {}),
    },
  ];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function strings(value: unknown): readonly string[] {
  return list(value).filter((each) => typeof each === 'string');
}
