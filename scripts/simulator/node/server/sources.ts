import { join } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import type { CompiledProgram } from '../../contract/program';
import { createCompiler } from '../compile';
import { keepOnDisk } from './disk-cache';
import { readProject } from './project';

/** The compiled program, compiled again when its files change. */
export interface Sources {
  program(): Promise<CompiledProgram>;
  /** Called after each compile that a change of files caused. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Editors write a file in several steps; ms. */
const quiet = 40;

export function openSources(project: string, watch: boolean): Sources {
  const compiler = createCompiler(project);
  const listeners = new Set<() => void>();
  let compiled: Promise<CompiledProgram> | null = null;
  let pending: NodeJS.Timeout | null = null;

  const changed = () => {
    if (pending) clearTimeout(pending);
    pending = setTimeout(async () => {
      pending = null;
      compiled = compiler.compile();
      await compiled.catch(() => undefined);
      for (const listener of listeners) listener();
    }, quiet);
  };
  const configs = ['project.config.json', 'project.private.config.json'].map((name) => join(project, name));
  const watched = [readProject(project).programFolder, ...configs];
  const watcher = watch
    ? watchFiles(watched, { ignoreInitial: true, ignored: /[\\/](?:node_modules|\.git)[\\/]/ }).on('all', changed)
    : null;

  const first = () => keepOnDisk(`program ${project}`, async () => ({ value: await compiler.compile(), files: compiler.files }));

  return {
    program() {
      // Without a watcher every start reads the files anew: the compiler only does what changed.
      if (!compiled) compiled = first();
      else if (!watch) compiled = compiler.compile();
      return compiled;
    },
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
