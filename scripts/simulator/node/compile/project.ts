import { join } from 'node:path';
import type { CompileError } from '../../contract/program';
import { isString, lineOf, readJson } from './json';
import { Layout } from './layout';
import { programRoot } from './program-root';
import { SourceCache } from './source-cache';

/** What project.config.json says. */
export interface CompilerProject {
  readonly appId: string;
  readonly root: string;
  readonly errors: readonly CompileError[];
}

/** Where the files of a project are. */
export function layoutOf(projectDir: string): Layout {
  return new Layout(projectDir, readProject(projectDir, new SourceCache()).root);
}

export function readProject(projectDir: string, sources: SourceCache): CompilerProject {
  const text = sources.read(join(projectDir, 'project.config.json'));
  if (text === null) {
    // DevTools writes the file when it opens a folder that holds a program.
    const isProgram = sources.read(join(projectDir, 'app.json')) !== null;
    const error: CompileError = {
      kind: 'missing',
      file: 'project.config.json',
      message: 'there is no such file',
    };
    return { appId: '', root: '.', errors: [isProgram ? { ...error, level: 'warning' } : error] };
  }
  const shared = readJson(text, 'project.config.json');
  // docs/wechat.md#settings-of-one-machine-win-over-the-projects
  const own = readJson(
    sources.read(join(projectDir, 'project.private.config.json')) ?? '{}',
    'project.private.config.json',
  );
  const value = { ...shared.value, ...own.value };
  const root = programRoot(value.miniprogramRoot);
  return {
    appId: isString(value.appid) ? value.appid : '',
    root: root ?? '.',
    errors: [...shared.errors, ...own.errors, ...(root === null ? [noRoot(text)] : [])],
  };
}

function noRoot(text: string): CompileError {
  const message = '"miniprogramRoot" must name a folder inside the project';
  return {
    kind: 'json',
    file: 'project.config.json',
    ...lineOf(text, '"miniprogramRoot"'),
    message,
  };
}
