import { posix } from 'node:path';
import { transform } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { CompileError } from '../../../contract/program';
import type { Layout } from '../layout';
import { scriptMessages } from '../script';
import type { SourceCache } from '../source-cache';
import { rewriteWxml } from './wxml-rewrite';
import { type ScannedTag, scanWxml } from './wxml-scan';
import { checkSubset } from './wxml-subset';
import { rewriteWxs, WXS_RUNTIME, wxsReferences } from './wxs';

export interface TemplateOutput {
  /** A JavaScript expression: `{[path]: template group}`. */
  readonly code: string;
  readonly errors: readonly CompileError[];
  /** Tags of each template file, and the templates it imports or includes, by path. */
  readonly tags: ReadonlyMap<string, readonly ScannedTag[]>;
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/** What glass-easel's compiler answers, as far as it is read here. Lines and columns are 0-based. */
interface TemplateWarning {
  readonly level: string;
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

/** All templates and WXS of a program in one group, kept between compiles: only what changed is compiled again. */
export class Templates {
  readonly #layout: Layout;
  readonly #sources: SourceCache;
  #group = new TmplGroup();
  readonly #texts = new Map<string, string>();
  readonly #scripts = new Map<string, string>();
  readonly #warnings = new Map<string, readonly TemplateWarning[]>();
  #code: string | null = null;

  constructor(layout: Layout, sources: SourceCache) {
    this.#layout = layout;
    this.#sources = sources;
    this.#group.setExtraRuntimeScript(WXS_RUNTIME);
  }

  /** `units` are the paths whose `.wxml` to start from. */
  async compile(units: readonly string[]): Promise<TemplateOutput> {
    const errors: CompileError[] = [];
    const imports = new Map<string, readonly string[]>();
    const tags = new Map<string, readonly ScannedTag[]>();
    const scripts = new Set<string>();
    const waiting = [...units];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (imports.has(path)) continue;
      const file = this.#layout.file(`${path}.wxml`);
      const text = this.#sources.read(file);
      if (text === null) continue;
      this.#addTemplate(path, text);
      const name = this.#layout.name(file);
      errors.push(...(this.#warnings.get(path) ?? []).flatMap((warning) => errorOf(warning, name)));
      errors.push(...(await this.#sources.derive(`subset ${file}`, (sources) => checkSubset(sources.read(file) ?? '', name))));
      tags.set(path, await this.#sources.derive(`tags ${file}`, (sources) => scanWxml(sources.read(file) ?? '')));
      const found = this.#group.getDirectDependencies(path).map(String);
      errors.push(...this.#missing(found, '.wxml', name, text));
      imports.set(path, found);
      waiting.push(...found);
      const needed = this.#group.getScriptDependencies(path).map((script) => String(script).replace(/\.wxs$/, ''));
      errors.push(...this.#missing(needed, '.wxs', name, text));
      for (const script of needed) scripts.add(script);
    }
    this.#dropTemplatesBut(imports);
    errors.push(...(await this.#addScripts([...scripts])));
    this.#code ??= showNull(this.#group.getTmplGenObjectGroups());
    return { code: this.#code, errors, tags, imports };
  }

  #addTemplate(path: string, text: string): void {
    if (this.#texts.get(path) === text) return;
    this.#code = null;
    this.#texts.set(path, text);
    this.#warnings.set(path, this.#group.addTmpl(path, rewriteWxml(text)) as readonly TemplateWarning[]);
    for (const module of this.#group.getInlineScriptModuleNames(path).map(String)) {
      this.#group.setInlineScript(path, module, rewriteWxs(this.#group.getInlineScript(path, module)));
    }
  }

  #dropTemplatesBut(kept: ReadonlyMap<string, unknown>): void {
    for (const path of [...this.#texts.keys()].filter((path) => !kept.has(path))) {
      this.#code = null;
      this.#texts.delete(path);
      this.#warnings.delete(path);
      this.#group.removeTmpl(path);
    }
  }

  async #addScripts(waiting: string[]): Promise<CompileError[]> {
    const errors: CompileError[] = [];
    const seen = new Set<string>();
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const file = this.#layout.file(`${path}.wxs`);
      const text = this.#sources.read(file);
      if (text === null) continue;
      const from = path;
      const needed = wxsReferences(text).map((reference) => posix.normalize(posix.join(posix.dirname(from), reference)));
      errors.push(...this.#missing(needed, '.wxs', this.#layout.name(file), text));
      waiting.push(...needed);
      const broken = await this.#sources.derive(`wxs ${file}`, (sources) =>
        syntaxErrors(sources.read(file) ?? '', this.#layout.name(file)),
      );
      errors.push(...broken);
      const code = broken.length > 0 ? '' : rewriteWxs(text);
      if (this.#scripts.get(path) === code) continue;
      this.#code = null;
      this.#scripts.set(path, code);
      this.#group.addScript(path, code);
    }
    return errors;
  }

  #missing(paths: readonly string[], extension: string, name: string, text: string): CompileError[] {
    return paths
      .filter((path) => this.#sources.read(this.#layout.file(path + extension)) === null)
      .map((path) => {
        const line = text.split('\n').findIndex((content) => content.includes(posix.basename(path)));
        return {
          // As in WeChat, whose compiled templates say so when they run, and go on.
          ...(extension === '.wxml' ? { level: 'warning' } : {}),
          kind: 'missing',
          file: name,
          ...(line < 0 ? {} : { line: line + 1 }),
          message: `there is no file ${path}${extension}`,
        };
      });
  }
}

/** Warnings of glass-easel's that stop WeChat's own compiler: an end tag that is missing, or ends nothing. */
const FATAL_WARNINGS: ReadonlySet<string> = new Set(['missing end tag', 'invalid end tag']);

/** Errors of glass-easel's that WeChat's compiler passes over: a value without quotes. */
const MILD_ERRORS: ReadonlySet<string> = new Set(['unexpected character']);

/** Notes are taste. */
function errorOf(warning: TemplateWarning, file: string): CompileError[] {
  if (warning.level === 'Note') return [];
  const isWarning = warning.level === 'Warn' ? !FATAL_WARNINGS.has(warning.message) : MILD_ERRORS.has(warning.message);
  return [
    {
      ...(isWarning ? { level: 'warning' } : {}),
      kind: 'wxml',
      file,
      line: warning.startLine + 1,
      column: warning.startColumn + 1,
      message: warning.message,
    },
  ];
}

async function syntaxErrors(source: string, file: string): Promise<CompileError[]> {
  try {
    await transform(source, { loader: 'js', sourcefile: file, logLevel: 'silent' });
    return [];
  } catch (error) {
    return scriptMessages(error, file, 'wxs');
  }
}

/** In a text WeChat shows null as "null", and nothing only for undefined; glass-easel shows nothing for both. */
function showNull(code: string): string {
  const theirs = "var Y=function(a){return a==null?'':String(a)};";
  if (!code.includes(theirs)) throw new Error('glass-easel-template-compiler has changed how it makes a text of a value');
  return code.replace(theirs, "var Y=function(a){return a===undefined?'':String(a)};");
}
