import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { makeExecutable } from '@mini-login/platform/files';

/** A phone, as a style sheet sees it. */
export interface Screen {
  /** px */
  readonly width: number;
  readonly isIPhone: boolean;
}

/**
 * WeChat's own compilers of styles and templates: binaries in the package `miniprogram-compiler`.
 * npm installs them without the right to be run, so copies run.
 */
export interface WeChatCompilers {
  /**
   * What a phone puts into the page for a sheet, whose classes get the prefix. Throws what the
   * compiler says.
   */
  style(sheet: Sheet): (screen: Screen) => string;
  /** What WeChat's own runtime of templates makes of each file. Throws what the compiler says. */
  templates(folder: string, files: readonly string[]): WeChatTemplates;
  dispose(): void;
}

export interface WeChatTemplates {
  /** The tree of a file, which is named as in `files`, for this data. */
  tree(file: string, data: Readonly<Record<string, unknown>>): unknown;
}

export interface Sheet {
  readonly folder: string;
  /** Both relative to the folder. */
  readonly file: string;
  readonly imports: readonly string[];
  readonly prefix: string;
}

/** Why they can't run on this machine; null when they can. */
export function whyNone(): string | null {
  return folderOf() === null
    ? `miniprogram-compiler has nothing for ${process.platform} on ${process.arch}`
    : null;
}

function folderOf(): string | null {
  if (process.platform === 'darwin') return 'mac';
  if (process.arch !== 'x64') return null;
  return process.platform === 'linux' ? 'linux' : process.platform === 'win32' ? 'windows' : null;
}

export function weChatCompilers(): WeChatCompilers {
  const folder = mkdtempSync(join(tmpdir(), 'wechat-compilers-'));
  const made = dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json'));
  const ending = process.platform === 'win32' ? '.exe' : '';
  for (const name of [`wcc${ending}`, `wcsc${ending}`]) {
    copyFileSync(join(made, 'bin', folderOf() ?? '', name), join(folder, name));
    makeExecutable(join(folder, name));
  }
  const run = (name: string, args: readonly string[], cwd: string) => {
    const { stdout, stderr, error } = spawnSync(join(folder, name + ending), args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (error) throw error;
    // It ends with 0 also when it found an error.
    if (stderr.trim() !== '') throw new Error(stderr.trim());
    return stdout;
  };
  return {
    style({ folder: cwd, file, imports, prefix }) {
      const script = run('wcsc', ['-js', ...[file, ...imports].map((path) => `./${path}`)], cwd);
      return (screen) => cssOf(script, screen, prefix);
    },
    templates(cwd, files) {
      const paths = files.map((path) => `./${path}`);
      return runTemplates(run('wcc', ['-cc', '0', ...paths, '-gn', '$gwx'], cwd));
    },
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

/** wcsc makes a script that writes a `<style>`; what it would write is read off. */
function cssOf(script: string, { width, isIPhone }: Screen, prefix: string): string {
  let css = '';
  const manager = {
    addItem: () => undefined,
    setCss(_key: string, made: string) {
      css = made;
    },
  };
  const window = { screen: { width }, devicePixelRatio: 2, __styleSheetManager2__: manager };
  const navigator = { userAgent: isIPhone ? 'iPhone' : 'Android' };
  // The prefix is a free variable of the script.
  new Function('window', 'navigator', '__wxAppSuffixCode__', script.replace('%s', ''))(
    window,
    navigator,
    prefix,
  );
  return css;
}

/**
 * wcc makes a script with one function, which gives for each file a function of its data. It
 * extends the prototypes of JavaScript.
 */
function runTemplates(script: string): WeChatTemplates {
  const context = createContext({
    console: { log: () => undefined, warn: () => undefined, error: () => undefined },
  });
  runInContext(`var window = this; ${script}`, context);
  const copy = runInContext(`(${copyInto})`, context);
  return {
    tree: (file, data) => runInContext('$gwx', context)(`./${file}`)(copy(data)),
  };
}

/** wcc's runtime knows arrays and objects by the constructors of its own realm. */
function copyInto(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([] as never) : {};
  for (const [name, each] of Object.entries(value)) copy[name] = copyInto(each);
  return copy;
}
