import { createHash } from 'node:crypto';
import type { CompileError, ComponentUnit, WindowConfig } from '../../contract/program';
import { isObject, isString, type JsonObject, lineOf, readJson, warnOfUnknownKeys } from './json';
import { COMPONENT_KEYS } from './known-keys';
import type { Layout } from './layout';
import { checkSchema } from './schema';
import type { Sources } from './source-cache';
import { compileStyle } from './wxss';

export interface UnitOutput {
  readonly unit: ComponentUnit;
  /** `.ts` or `.js`, absolute; null when there is none. */
  readonly script: string | null;
  readonly errors: readonly CompileError[];
}

/**
 * A page or a component: its JSON and its style. Template and script are compiled with all the
 * others.
 */
export function compileUnit(
  path: string,
  isPage: boolean,
  layout: Layout,
  sources: Sources,
): UnitOutput {
  const { value, text, file, errors } = unitJson(path, isPage, layout, sources);
  const script = scriptFile(path, layout, sources);
  if (script === null)
    errors.push({
      kind: 'missing',
      file: layout.name(layout.file(`${path}.ts`)),
      message: 'there is neither a .ts nor a .js',
    });
  if (sources.read(layout.file(`${path}.wxml`)) === null) {
    errors.push({
      kind: 'missing',
      file: layout.name(layout.file(`${path}.wxml`)),
      message: 'there is no such file',
    });
  }
  const styleIsolation = isolationOf(
    value,
    script === null ? '' : (sources.read(script) ?? ''),
    isPage,
  );
  const styleScope = /^(?:page-)?shared$/.test(styleIsolation) ? '' : scopeOf(path);
  const style = compileStyle(layout.file(`${path}.wxss`), styleScope, layout, sources);
  const using = declaredComponents({ value, text, file }, path, layout, sources);
  return {
    unit: {
      isPage,
      usingComponents: using.paths,
      componentGenerics: genericsOf(value, path, layout, sources),
      componentPlaceholder: stringMap(value.componentPlaceholder),
      ...(isString(value.pureDataPattern) ? { pureDataPattern: value.pureDataPattern } : {}),
      styleIsolation,
      window: isPage ? windowOf(value) : {},
      style: style.css,
      styleScope,
    },
    script,
    errors: [...errors, ...using.errors, ...style.errors],
  };
}

function unitJson(path: string, isPage: boolean, layout: Layout, sources: Sources) {
  const file = layout.name(layout.file(`${path}.json`));
  const text = sources.read(layout.file(`${path}.json`));
  const errors: CompileError[] = [];
  if (text === null) {
    if (!isPage)
      errors.push({
        kind: 'missing',
        file,
        message: 'a component needs a .json with "component": true',
      });
    return { value: {}, text: '', file, errors };
  }
  const { value, errors: broken } = readJson(text, file);
  errors.push(...broken);
  if (isPage && broken.length === 0)
    errors.push(...checkSchema(value, "a page's JSON", text, file));
  if (!isPage)
    errors.push(...warnOfUnknownKeys(value, COMPONENT_KEYS, text, file, "a component's JSON"));
  if (!isPage && broken.length === 0 && value.component !== true) {
    errors.push({
      kind: 'json',
      file,
      line: 1,
      message: 'a component\'s JSON must say "component": true',
    });
  }
  return { value, text, file, errors };
}

/**
 * The names in `usingComponents`, resolved, with an error for each that leads nowhere. Used for
 * app.json as well.
 */
export function declaredComponents(
  {
    value,
    text,
    file,
  }: { readonly value: JsonObject; readonly text: string; readonly file: string },
  path: string,
  layout: Layout,
  sources: Sources,
): { paths: Readonly<Record<string, string>>; errors: readonly CompileError[] } {
  const errors: CompileError[] = [];
  const paths: Record<string, string> = {};
  for (const [name, reference] of Object.entries(stringMap(value.usingComponents))) {
    const isThere = (candidate: string) =>
      ['.json', '.wxml'].some(
        (extension) => sources.read(layout.file(candidate + extension)) !== null,
      );
    const isPlugin = /^(?:dynamic-)?plugin(?:-private)?:/.test(reference);
    const named = isPlugin
      ? reference
      : layout.resolve(
          path,
          reference,
          (candidate) => isThere(candidate) || isThere(`${candidate}/index`),
        );
    // A component may be named by its folder, or by its package.
    const target = [named, `${named}/index`].find((candidate) => !isPlugin && isThere(candidate));
    if (target !== undefined) paths[name] = target;
    else {
      const why = isPlugin
        ? 'the simulator has no plugins'
        : `there is no ${named}.json${howToHave(named)}`;
      errors.push({
        // The tag stays empty, and the rest of the page is there.
        level: 'loud',
        kind: 'missing',
        file,
        ...lineOf(text, `"${name}"`),
        message: `component "${name}": ${why} (from "${reference}")`,
      });
    }
  }
  return { paths, errors };
}

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#useExtendedLib */
function howToHave(component: string): string {
  return component.startsWith('miniprogram_npm/weui-miniprogram/')
    ? ": WeChat brings it with app.json's useExtendedLib, the simulator takes it from npm: npm install weui-miniprogram"
    : '';
}

export function windowOf(value: JsonObject): WindowConfig {
  const text = (key: string) => (isString(value[key]) ? { [key]: value[key] } : {});
  const textStyle = value.navigationBarTextStyle;
  return {
    ...text('navigationBarTitleText'),
    ...text('navigationBarBackgroundColor'),
    ...text('backgroundColor'),
    ...text('backgroundColorContent'),
    ...(isString(textStyle) ? { navigationBarTextStyle: textStyle } : {}),
    ...(value.navigationStyle === 'custom' || value.navigationStyle === 'default'
      ? { navigationStyle: value.navigationStyle }
      : {}),
    ...(isString(value.backgroundTextStyle)
      ? { backgroundTextStyle: value.backgroundTextStyle }
      : {}),
    ...(value.disableScroll === true ? { disableScroll: true } : {}),
    ...(typeof value.onReachBottomDistance === 'number'
      ? { onReachBottomDistance: value.onReachBottomDistance }
      : {}),
  };
}

export function scriptFile(path: string, layout: Layout, sources: Sources): string | null {
  const candidates = [`${path}.ts`, `${path}.js`].map((candidate) => layout.file(candidate));
  return candidates.find((candidate) => sources.read(candidate) !== null) ?? null;
}

function stringMap(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => isString(entry[1])),
  );
}

/**
 * WeChat also takes `styleIsolation` and `addGlobalClass` from the script's `options`, which are
 * only known when it runs; a literal there is found by its text, and `runtime/registration.ts`
 * refuses a program in which the two disagree.
 */
function isolationOf(value: JsonObject, script: string, isPage: boolean): string {
  if (isString(value.styleIsolation)) return value.styleIsolation;
  const literal = /\bstyleIsolation\s*:\s*['"]([\w-]+)['"]/.exec(script)?.[1];
  if (literal !== undefined) return literal;
  if (isPage) return 'shared';
  const global = value.addGlobalClass === true || /\baddGlobalClass\s*:\s*true\b/.test(script);
  return global ? 'apply-shared' : 'isolated';
}

/** Short, stable, and a valid start of a class name. */
function scopeOf(path: string): string {
  return `c${createHash('sha1').update(path).digest('hex').slice(0, 7)}`;
}

function genericsOf(
  value: JsonObject,
  path: string,
  layout: Layout,
  sources: Sources,
): ComponentUnit['componentGenerics'] {
  if (!isObject(value.componentGenerics)) return {};
  return Object.fromEntries(
    Object.entries(value.componentGenerics).map(([name, generic]) => {
      if (!isObject(generic) || !isString(generic.default)) return [name, true];
      const target = layout.resolve(
        path,
        generic.default,
        (candidate) => sources.read(layout.file(`${candidate}.json`)) !== null,
      );
      return [name, { default: target }];
    }),
  );
}
