import { watch as watchFiles } from 'chokidar';
import { createCompiler } from '../compile';
import type { CompiledProgram } from '../contract/program';

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
  const watcher = watch
    ? watchFiles(project, { ignoreInitial: true, ignored: (path) => isIgnored(path.slice(project.length)) }).on('all', changed)
    : null;

  return {
    program() {
      // Without a watcher every start reads the files anew: the compiler only does what changed.
      if (!compiled || !watch) compiled = compiler.compile();
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

/** Of a project's folder only what the program is made of is watched. */
function isIgnored(path: string): boolean {
  return /(^|\/)(node_modules|\.git|out|scripts|test|docs|brands)(\/|$)/.test(path);
}
