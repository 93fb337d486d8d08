import type { CompiledProgram, CompileError, ComponentUnit } from '../../contract/program';
import { compileApp, unknownVariables } from './app';
import { hasNothingToDraw } from './empty-page';
import { compileExt } from './ext';
import { Layout } from './layout';
import { compileModules } from './modules';
import { type CompilerProject, readProject } from './project';
import { Blame, shownBy } from './reach';
import { SourceCache } from './source-cache';
import { compileUnit, scriptFile, type UnitOutput } from './unit';
import { type TemplateOutput, Templates } from './wxml/templates';
import { checkTags, checkTemplateUses, templateNames } from './wxml/wxml-check';
import { compileStyle } from './wxss';

export interface Compiler {
  /**
   * Compiles what changed since the last call. Never rejects for what is wrong in the program: that
   * is in `errors`.
   */
  compile(): Promise<CompiledProgram>;
  /** Every file that a compile looked for so far, there or not. Absolute paths. */
  readonly files: readonly string[];
}

/** `projectDir` holds project.config.json. */
export function compileProgram(projectDir: string): Promise<CompiledProgram> {
  return createCompiler(projectDir).compile();
}

export function createCompiler(projectDir: string): Compiler {
  const sources = new SourceCache();
  let kept: { root: string; layout: Layout; templates: Templates } | null = null;
  return {
    get files() {
      return sources.files;
    },
    async compile() {
      const started = performance.now();
      sources.beginRound();
      const project = readProject(projectDir, sources);
      if (kept?.root !== project.root) {
        const layout = new Layout(projectDir, project.root);
        kept = { root: project.root, layout, templates: new Templates(layout, sources) };
      }
      const program = await compileWith(kept.layout, kept.templates, sources, project);
      return {
        ...program,
        stats: {
          ms: performance.now() - started,
          components: Object.keys(program.components).length,
          modules: Object.keys(program.modules).length,
        },
      };
    },
  };
}

async function compileWith(
  layout: Layout,
  templates: Templates,
  sources: SourceCache,
  project: CompilerProject,
): Promise<Omit<CompiledProgram, 'stats'>> {
  const app = await sources.derive('app', (read) => compileApp(layout, read));
  const ext = await sources.derive('ext', (read) => compileExt(layout, read));
  const appStyle = await sources.derive('style app', (read) =>
    compileStyle(layout.file('app.wxss'), '', layout, read),
  );
  const units = await compileUnits(
    app.pages,
    [...Object.values(app.app.usingComponents), ...app.tabBar],
    layout,
    sources,
  );
  const template = await templates.compile([...units.keys()]);
  const scripts = [...units].filter(([, { script }]) => script !== null).map(([path]) => path);
  const modules = await compileModules(
    scriptFile('app', layout, sources) === null ? scripts : ['app', ...scripts],
    layout,
    sources,
  );
  const everywhere = [...Object.values(app.app.usingComponents), ...app.tabBar];
  const blame = new Blame(
    new Map([...units].map(([path, { unit }]) => [path, unit])),
    everywhere,
    template.reaches,
    modules.reaches,
  );
  return {
    appId: ext.appId ?? project.appId,
    ext: ext.ext,
    app: app.app,
    theme: app.theme,
    modules: modules.modules,
    components: Object.fromEntries([...units].map(([path, { unit }]) => [path, unit])),
    emptyPages: app.pages.filter((page) => {
      // A tab bar of the program's own is drawn over its pages.
      if (app.tabBar.length > 0) return false;
      const style = units.get(page)?.unit.style ?? '';
      return hasNothingToDraw(template.texts.get(page) ?? null, [appStyle.css, style]);
    }),
    templates: template.code,
    appStyle: appStyle.css,
    errors: unique([
      ...project.errors,
      ...app.errors,
      ...ext.errors,
      ...appStyle.errors,
      ...[...units].flatMap(([path, { errors }]) => blame.ofUnit(path, errors)),
      ...pageVariables(units, app.theme, layout, sources, blame),
      ...templateErrors(template, layout, blame),
      ...tagErrors(units, Object.keys(app.app.usingComponents), template, layout, blame),
      ...modules.errors.flatMap(({ owner, error }) => blame.ofModule(owner, [error])),
    ]),
  };
}

/**
 * Pages, and the components that they and the app declare, and those that these declare, and so on.
 */
async function compileUnits(
  pages: readonly string[],
  appComponents: readonly string[],
  layout: Layout,
  sources: SourceCache,
): Promise<Map<string, UnitOutput>> {
  const units = new Map<string, UnitOutput>();
  const waiting = [...appComponents, ...[...pages].reverse()];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (units.has(path)) continue;
    const unitPath = path;
    const isPage = pages.includes(path);
    if (!isPage && !isThere(path, layout, sources)) continue;
    const output = await sources.derive(`unit ${path} ${isPage}`, (read) =>
      compileUnit(unitPath, isPage, layout, read),
    );
    units.set(path, output);
    waiting.push(...shownBy(output.unit));
  }
  return units;
}

/** A declared component without any file was already reported where it is declared. */
function isThere(path: string, layout: Layout, sources: SourceCache): boolean {
  return ['.json', '.wxml'].some(
    (extension) => sources.read(layout.file(path + extension)) !== null,
  );
}

function tagErrors(
  units: ReadonlyMap<string, UnitOutput>,
  appComponents: readonly string[],
  template: TemplateOutput,
  layout: Layout,
  blame: Blame,
): CompileError[] {
  return [...units].flatMap(([path, { unit }]) => {
    const declared = new Set([...appComponents, ...declaredBy(unit)]);
    const errors = templatesOf(path, template).flatMap((each) => {
      const tags = template.tags.get(each) ?? [];
      const file = layout.name(layout.file(`${each}.wxml`));
      const names = new Set(
        templatesOf(each, template).flatMap((reached) =>
          templateNames(template.tags.get(reached) ?? []),
        ),
      );
      return [...checkTags(tags, declared, file), ...checkTemplateUses(tags, names, file)];
    });
    return blame.ofUnit(path, errors);
  });
}

/** Of templates and WXS, which stand in files of their own. */
function templateErrors(template: TemplateOutput, layout: Layout, blame: Blame): CompileError[] {
  const paths = new Map(
    [...template.reaches.keys()].map((path) => [layout.name(layout.file(path)), path]),
  );
  return template.errors.flatMap((error) => blame.ofTemplate(paths.get(error.file) ?? '', [error]));
}

function declaredBy(unit: ComponentUnit): string[] {
  return [...Object.keys(unit.usingComponents), ...Object.keys(unit.componentGenerics)];
}

function templatesOf(path: string, template: TemplateOutput): string[] {
  const seen = new Set<string>();
  const waiting = [path];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (seen.has(each)) continue;
    seen.add(each);
    waiting.push(...(template.imports.get(each) ?? []));
  }
  return [...seen];
}

function pageVariables(
  units: ReadonlyMap<string, UnitOutput>,
  theme: CompiledProgram['theme'],
  layout: Layout,
  sources: SourceCache,
  blame: Blame,
): CompileError[] {
  return [...units].flatMap(([path, { unit }]) => {
    if (!unit.isPage) return [];
    const file = layout.file(`${path}.json`);
    const text = sources.read(file) ?? '';
    return blame.ofUnit(path, unknownVariables({ ...unit.window }, theme, text, layout.name(file)));
  });
}

/** One entry for each place: what several units say of it harms the pages of all of them. */
function unique(errors: readonly CompileError[]): CompileError[] {
  const found = new Map<string, CompileError>();
  for (const { pages, ...error } of errors) {
    const key = JSON.stringify(error);
    const before = found.get(key);
    const isEverywhere = pages === undefined || (before !== undefined && !before.pages);
    const all = isEverywhere ? undefined : [...new Set([...(before?.pages ?? []), ...pages])];
    found.set(key, all === undefined ? error : { ...error, pages: all });
  }
  return [...found.values()];
}
