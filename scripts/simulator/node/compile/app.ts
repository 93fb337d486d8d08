import { posix } from 'node:path';
import type { AppConfig, CompiledProgram, CompileError } from '../../contract/program';
import { isObject, isString, type JsonObject, lineOf, readJson } from './json';
import type { Layout } from './layout';
import { checkSchema } from './schema';
import type { Sources } from './source-cache';
import { declaredComponents, windowOf } from './unit';

export interface AppOutput {
  readonly app: AppConfig;
  readonly theme: CompiledProgram['theme'];
  /** Paths of all pages, those of subpackages too. */
  readonly pages: readonly string[];
  /** The component of a `custom` tab bar. */
  readonly tabBar: readonly string[];
  readonly errors: readonly CompileError[];
}

/**
 * app.json and theme.json.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html
 */
export function compileApp(layout: Layout, sources: Sources): AppOutput {
  const file = layout.file('app.json');
  const name = layout.name(file);
  const text = sources.read(file);
  if (text === null) {
    return {
      app: configOf({}, {}),
      theme: null,
      pages: [],
      tabBar: [],
      errors: [{ kind: 'missing', file: name, message: 'there is no app.json' }],
    };
  }
  const { value, errors: broken } = readJson(text, name);
  const window = isObject(value.window) ? value.window : {};
  const using = declaredComponents({ value, text, file: name }, 'app', layout, sources);
  const app = configOf(value, using.paths);
  const pages = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
  const theme = readTheme(value, layout, sources);
  const missing = pages.flatMap((page) => missingPage(page, text, name, layout, sources));
  const errors = [
    ...broken,
    ...(broken.length === 0 && pages.length === 0
      ? [{ kind: 'json', file: name, line: 1, message: '"pages" lists no page' } as const]
      : []),
    ...(broken.length === 0 ? checkSchema(value, 'app.json', text, name) : []),
    ...using.errors,
    ...missing,
    ...theme.errors,
    ...unknownVariables(window, theme.theme, text, name),
    ...strayTabs(value.tabBar, app.pages, text, name),
    ...missingTabBar(value.tabBar, text, name, layout, sources),
  ];
  const there = pages.filter((page) => missing.every((error) => !error.pages?.includes(page)));
  return {
    app,
    theme: theme.theme,
    pages: there,
    tabBar: isCustom(value.tabBar) ? [OWN_TAB_BAR] : [],
    errors,
  };
}

function isCustom(tabBar: unknown): boolean {
  return isObject(tabBar) && tabBar.custom === true;
}

const OWN_TAB_BAR = 'custom-tab-bar/index';

/** The pages that it would stand on are there without it. */
function missingTabBar(
  tabBar: unknown,
  text: string,
  file: string,
  layout: Layout,
  sources: Sources,
): CompileError[] {
  if (!isObject(tabBar) || !isCustom(tabBar)) return [];
  const isThere = ['.json', '.wxml'].some(
    (extension) => sources.read(layout.file(OWN_TAB_BAR + extension)) !== null,
  );
  if (isThere) return [];
  const list = Array.isArray(tabBar.list) ? tabBar.list.filter(isObject) : [];
  return [
    {
      level: 'loud',
      kind: 'missing',
      file,
      ...lineOf(text, '"custom"'),
      pages: list.flatMap(({ pagePath }) =>
        isString(pagePath) ? [pagePath.replace(/^\//, '')] : [],
      ),
      message: `the tab bar is custom, and there is no ${OWN_TAB_BAR}.json`,
    },
  ];
}

/** Two to five, each one of `pages`: the official compiler takes no others. */
function strayTabs(
  tabBar: unknown,
  pages: readonly string[],
  text: string,
  file: string,
): CompileError[] {
  if (!isObject(tabBar)) return [];
  const list = Array.isArray(tabBar.list) ? tabBar.list.filter(isObject) : [];
  const error = (message: string, part: string): CompileError => ({
    kind: 'json',
    file,
    ...lineOf(text, part),
    message,
  });
  return [
    ...(list.length < 2 || list.length > 5
      ? [error('tabBar.list has 2 to 5 items', '"tabBar"')]
      : []),
    ...list
      .filter(({ pagePath }) => !isString(pagePath) || !pages.includes(pagePath.replace(/^\//, '')))
      .map(({ pagePath }) =>
        error(`tabBar: "${String(pagePath)}" is not in "pages"`, JSON.stringify(pagePath)),
      ),
  ];
}

/** `@name` in a window's settings must be in theme.json. */
export function unknownVariables(
  window: JsonObject,
  theme: CompiledProgram['theme'],
  text: string,
  file: string,
): CompileError[] {
  return Object.values(window)
    .filter((value): value is string => isString(value) && value.startsWith('@'))
    .filter(
      (value) =>
        !theme ||
        theme.light[value.slice(1)] === undefined ||
        theme.dark[value.slice(1)] === undefined,
    )
    .map((value) => ({
      kind: 'json',
      file,
      ...lineOf(text, JSON.stringify(value)),
      message: `${value} is not in theme.json, in "light" and "dark"`,
    }));
}

function configOf(value: JsonObject, usingComponents: Readonly<Record<string, string>>): AppConfig {
  const packages = value.subPackages ?? value.subpackages;
  return {
    pages: strings(value.pages),
    subPackages: (Array.isArray(packages) ? packages : []).filter(isObject).map((each) => ({
      root: isString(each.root) ? each.root.replace(/^\/|\/$/g, '') : '',
      pages: strings(each.pages),
    })),
    window: windowOf(isObject(value.window) ? value.window : {}),
    darkmode: value.darkmode === true,
    usingComponents,
    __usePrivacyCheck__: value.__usePrivacyCheck__ === true,
    raw: value,
  };
}

function missingPage(
  page: string,
  text: string,
  file: string,
  layout: Layout,
  sources: Sources,
): CompileError[] {
  const wrong = wrongPath(page);
  if (
    wrong === null &&
    (sources.read(layout.file(`${page}.wxml`)) !== null ||
      sources.read(layout.file(`${page}.json`)) !== null)
  )
    return [];
  return [
    {
      // The others start; this one is not found.
      level: 'loud',
      pages: [page],
      kind: wrong === null ? 'missing' : 'json',
      file,
      ...lineOf(text, page.split('/').slice(-2).join('/')),
      message: `page "${page}": ${wrong ?? `there is no ${page}.wxml`}`,
    },
  ];
}

/** What the official compiler refuses in a page's path; null: nothing. */
function wrongPath(page: string): string | null {
  if (/^\.\.(?:\/|$)/.test(posix.normalize(page))) return 'it is outside of the program';
  const start = /^[/.]/.exec(page)?.[0];
  if (start !== undefined) return `a page's path does not start with "${start}"`;
  const part = /\\|\/\//.exec(page)?.[0];
  return part === undefined ? null : `a page's path does not contain "${part}"`;
}

function readTheme(
  value: JsonObject,
  layout: Layout,
  sources: Sources,
): { theme: CompiledProgram['theme']; errors: readonly CompileError[] } {
  if (value.darkmode !== true && !isString(value.themeLocation)) return { theme: null, errors: [] };
  const file = layout.file(isString(value.themeLocation) ? value.themeLocation : 'theme.json');
  const text = sources.read(file);
  if (text === null) {
    return isString(value.themeLocation)
      ? {
          theme: null,
          errors: [
            {
              kind: 'missing',
              file: layout.name(file),
              message: 'app.json names it as themeLocation',
            },
          ],
        }
      : { theme: null, errors: [] };
  }
  const { value: theme, errors } = readJson(text, layout.name(file));
  return { theme: { light: colours(theme.light), dark: colours(theme.dark) }, errors };
}

function colours(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => isString(entry[1])),
  );
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isString) : [];
}
