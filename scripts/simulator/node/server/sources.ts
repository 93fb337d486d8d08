import { join } from 'node:path';
import { keepOnDisk } from '@mini-login/local-server/disk-cache';
import { watch as watchFiles } from 'chokidar';
import type { CompiledProgram } from '../../contract/program';
import type { Compiler } from '../compile';
import { compilerSources } from '../compile/compiler-sources';
import { stampOfFile } from '../files';
import { readProject } from './project';

/** The compiled program, compiled again when its files change. */
export interface Sources {
  program(): Promise<CompiledProgram>;
  /** From then on every change is noticed. */
  readonly ready: Promise<void>;
  /** Called after each compile that a change of files caused. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Editors write a file in several steps; ms. */
const quiet = 40;

export function openSources(project: string, watch: boolean): Sources {
  let loading: Promise<Compiler> | undefined;
  // Loaded when there is something to compile: what was kept on disk needs none of it, and it takes
  // a third of a start.
  const loaded = () => {
    loading ??= import('../compile').then(({ createCompiler }) => createCompiler(project));
    return loading;
  };
  const compile = async () => (await loaded()).compile();
  const listeners = new Set<() => void>();
  let compiled: Promise<CompiledProgram> | null = null;
  let pending: NodeJS.Timeout | null = null;

  const changed = () => {
    if (pending) clearTimeout(pending);
    pending = setTimeout(async () => {
      pending = null;
      compiled = compile();
      await compiled.catch(() => undefined);
      for (const listener of listeners) listener();
    }, quiet);
  };
  const configs = ['project.config.json', 'project.private.config.json'].map((name) =>
    join(project, name),
  );
  const watched = [readProject(project).programFolder, ...configs];
  const watcher = watch
    ? watchFiles(watched, { ignoreInitial: true, ignored: /[\\/](?:node_modules|\.git)[\\/]/ }).on(
        'all',
        changed,
      )
    : null;

  let kept: {
    readonly program: CompiledProgram;
    readonly files: readonly string[];
    readonly stamp: string;
  } | null = null;
  const first = async () => {
    const make = async () => ({ value: await compile(), files: (await loaded()).files });
    const { value: program, files } = await keepOnDisk(`program ${project}`, make, compilerSources);
    kept = { program, files, stamp: stampOf(files) };
    return program;
  };
  const again = async () => {
    if (kept && stampOf(kept.files) === kept.stamp) return kept.program;
    const program = await compile();
    const { files } = await loaded();
    kept = { program, files, stamp: stampOf(files) };
    return program;
  };
  const program = (): Promise<CompiledProgram> => {
    // Without a watcher every start looks at the files again.
    if (!compiled) compiled = first();
    else if (!watch) compiled = again();
    return compiled;
  };
  return {
    program,
    ready: new Promise<void>((resolve) => {
      if (watcher === null) resolve();
      else watcher.once('ready', resolve);
    }),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      if (pending) clearTimeout(pending);
      await watcher?.close();
    },
  };
}

/** Changes with every file of them that is written, appears or goes. */
function stampOf(files: readonly string[]): string {
  const stamps = files.map((file) => stampOfFile(file) ?? 'absent');
  return stamps.join();
}
