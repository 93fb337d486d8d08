import { posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { CompileError } from '../../../contract/program';
import type { Layout } from '../layout';
import type { SourceCache, Sources } from '../source-cache';
import { asWeChatRuns, TEMPLATE_RUNTIME } from './template-runtime';
import { checkDirectives } from './wxml-check';
import { onOneLine, rewriteWxml } from './wxml-rewrite';
import { type ScannedTag, scanWxml } from './wxml-scan';
import { checkSubset } from './wxml-subset';
import { compileWxs, wxsReferences } from './wxs';

export interface TemplateOutput {
  /** A JavaScript expression: `{[path]: template group}`. */
  readonly code: string;
  readonly errors: readonly CompileError[];
  /** Tags of each template file, and the templates it imports or includes, by path. */
  readonly tags: ReadonlyMap<string, readonly ScannedTag[]>;
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** Each template with what it includes in its place, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** All files that each file reaches at once, with their extensions: `.wxml` and `.wxs`. */
  readonly reaches: ReadonlyMap<string, readonly string[]>;
}

/**
 * What glass-easel's compiler answers, as far as it is read here. Lines and columns are 0-based.
 */
interface TemplateWarning {
  readonly level: string;
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

/** A template as glass-easel's compiler gets it, and the paths of what it includes. */
interface Rewritten {
  readonly text: string;
  readonly included: readonly string[];
}

/**
 * All templates and WXS of a program in one group, kept between compiles: only what changed is
 * compiled again.
 */
export class Templates {
  readonly #layout: Layout;
  readonly #sources: SourceCache;
  #group = new TmplGroup();
  readonly #texts = new Map<string, string>();
  readonly #scripts = new Map<string, string>();
  readonly #warnings = new Map<string, readonly TemplateWarning[]>();
  readonly #scriptErrors = new Map<string, readonly CompileError[]>();
  #code: string | null = null;

  constructor(layout: Layout, sources: SourceCache) {
    this.#layout = layout;
    this.#sources = sources;
    this.#group.setExtraRuntimeScript(TEMPLATE_RUNTIME);
  }

  /** `units` are the paths whose `.wxml` to start from. */
  async compile(units: readonly string[]): Promise<TemplateOutput> {
    const errors: CompileError[] = [];
    const imports = new Map<string, readonly string[]>();
    const tags = new Map<string, readonly ScannedTag[]>();
    const scripts = new Set<string>();
    const reaches = new Map<string, readonly string[]>();
    const waiting = [...units];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (imports.has(path)) continue;
      const file = this.#layout.file(`${path}.wxml`);
      const text = this.#sources.read(file);
      if (text === null) continue;
      const name = this.#layout.name(file);
      const written = await this.#sources.derive(`rewritten ${file}`, (sources) =>
        this.#rewrite(path, sources, []),
      );
      if (written === null) continue;
      errors.push(...this.#addTemplate(path, written.text, name));
      errors.push(
        ...(this.#warnings.get(path) ?? []).flatMap((warning) => errorOf(warning, name, text)),
      );
      errors.push(
        ...(await this.#sources.derive(`subset ${file}`, (sources) =>
          checkSubset(sources.read(file) ?? '', name),
        )),
      );
      tags.set(
        path,
        await this.#sources.derive(`tags ${file}`, (sources) => scanWxml(sources.read(file) ?? '')),
      );
      errors.push(...checkDirectives(tags.get(path) ?? [], name));
      const found = [...this.#group.getDirectDependencies(path).map(String), ...written.included];
      errors.push(...this.#missing(found, '.wxml', name, text));
      imports.set(path, found);
      waiting.push(...found);
      const needed = this.#group
        .getScriptDependencies(path)
        .map((script) => String(script).replace(/\.wxs$/, ''));
      errors.push(...this.#missing(needed, '.wxs', name, text));
      for (const script of needed) scripts.add(script);
      reaches.set(`${path}.wxml`, [
        ...found.map((each) => `${each}.wxml`),
        ...needed.map((each) => `${each}.wxs`),
      ]);
    }
    this.#dropTemplatesBut(imports);
    errors.push(...(await this.#addScripts([...scripts], reaches)));
    this.#code ??= asWeChatRuns(this.#group.getTmplGenObjectGroups());
    return { code: this.#code, errors, tags, imports, reaches, texts: this.#texts };
  }

  /** `around`: the files that include this one. */
  #rewrite(path: string, sources: Sources, around: readonly string[]): Rewritten | null {
    const source = sources.read(this.#layout.file(`${path}.wxml`));
    if (source === null) return null;
    const included: string[] = [];
    const text = rewriteWxml(source, (reference) => {
      const base = reference.startsWith('/') ? '' : posix.dirname(path);
      const target = posix.join(base, reference.replace(/\.wxml$/, '')).replace(/^\//, '');
      // What includes itself stops there.
      if (around.includes(target)) return '';
      const inner = this.#rewrite(target, sources, [path, ...around]);
      // A template is known by the file that it stands in.
      if (inner === null || /<(?:template|import)[\s/>]/.test(inner.text)) return null;
      included.push(target, ...inner.included);
      return onOneLine(inner.text);
    });
    return { text, included };
  }

  /** What is wrong with its own WXS. */
  #addTemplate(path: string, text: string, name: string): readonly CompileError[] {
    const known = this.#scriptErrors.get(path);
    if (known && this.#texts.get(path) === text) return known;
    this.#code = null;
    this.#texts.set(path, text);
    this.#warnings.set(path, this.#group.addTmpl(path, text) as readonly TemplateWarning[]);
    const errors = this.#group.getInlineScriptModuleNames(path).flatMap((module) => {
      const source = this.#group.getInlineScript(path, String(module));
      const line = text.slice(0, text.indexOf(source)).split('\n').length;
      const script = compileWxs(source, name, line);
      this.#group.setInlineScript(path, String(module), script.code);
      return script.errors;
    });
    this.#scriptErrors.set(path, errors);
    return errors;
  }

  #dropTemplatesBut(kept: ReadonlyMap<string, unknown>): void {
    for (const path of [...this.#texts.keys()].filter((path) => !kept.has(path))) {
      this.#code = null;
      this.#texts.delete(path);
      this.#warnings.delete(path);
      this.#group.removeTmpl(path);
    }
  }

  async #addScripts(
    waiting: string[],
    reaches: Map<string, readonly string[]>,
  ): Promise<CompileError[]> {
    const errors: CompileError[] = [];
    const seen = new Set<string>();
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const file = this.#layout.file(`${path}.wxs`);
      const text = this.#sources.read(file);
      if (text === null) continue;
      const from = path;
      const needed = wxsReferences(text).map((reference) =>
        posix.normalize(posix.join(posix.dirname(from), reference)),
      );
      errors.push(...this.#missing(needed, '.wxs', this.#layout.name(file), text));
      waiting.push(...needed);
      reaches.set(
        `${path}.wxs`,
        needed.map((each) => `${each}.wxs`),
      );
      const { code, errors: broken } = await this.#sources.derive(`wxs ${file}`, (sources) =>
        compileWxs(sources.read(file) ?? '', this.#layout.name(file)),
      );
      errors.push(...broken);
      if (this.#scripts.get(path) === code) continue;
      this.#code = null;
      this.#scripts.set(path, code);
      this.#group.addScript(path, code);
    }
    return errors;
  }

  #missing(
    paths: readonly string[],
    extension: string,
    name: string,
    text: string,
  ): CompileError[] {
    return paths
      .filter((path) => this.#sources.read(this.#layout.file(path + extension)) === null)
      .map((path) => {
        const line = text
          .split('\n')
          .findIndex((content) => content.includes(posix.basename(path)));
        return {
          // As in WeChat, whose compiled templates say so when they run, and go on.
          ...(extension === '.wxml' ? { level: 'loud' } : {}),
          kind: 'missing',
          file: name,
          ...(line < 0 ? {} : { line: line + 1 }),
          message: `there is no file ${path}${extension}`,
        };
      });
  }
}

/**
 * Warnings of glass-easel's that stop WeChat's own compiler: an end tag that is missing, or ends
 * nothing.
 */
const FATAL_WARNINGS: ReadonlySet<string> = new Set(['missing end tag', 'invalid end tag']);

/** Errors of glass-easel's that WeChat's compiler passes over. */
const MILD_ERRORS: ReadonlySet<string> = new Set([
  // A value without quotes.
  'unexpected character',
  // In a <slot>, where they are shown to nobody.
  'child nodes are not allowed for this element',
  // A <template> or an <import> that says nothing.
  'missing module name',
  'missing source path',
  'illegal escape sequence',
]);

/** Notes are taste. */
function errorOf(warning: TemplateWarning, file: string, source: string): CompileError[] {
  if (warning.level === 'Note') return [];
  const { message, startLine, startColumn } = warning;
  const isStray =
    message === 'invalid attribute' &&
    /^wx:el/.test(source.split('\n')[startLine]?.slice(startColumn) ?? '');
  const isFatal =
    isStray || (warning.level === 'Warn' ? FATAL_WARNINGS.has(message) : !MILD_ERRORS.has(message));
  return [
    {
      ...(isFatal ? {} : { level: 'warning' }),
      kind: 'wxml',
      file,
      line: startLine + 1,
      column: startColumn + 1,
      message: isStray ? 'there is no wx:if before it' : message,
    },
  ];
}
