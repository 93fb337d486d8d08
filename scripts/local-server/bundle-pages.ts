import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { keepOnDisk, type Made } from './disk-cache';

/** What a page in a browser loads, by its path on the server. */
export type PageFiles = ReadonlyMap<string, PageFile>;

interface PageFile {
  readonly type: string;
  readonly text: string;
}

export interface PageSources
  extends Pick<BuildOptions, 'format' | 'sourcemap' | 'external' | 'define'> {
  /** Of this set of files, among all that are kept between runs. */
  readonly name: string;
  /** Where the files are on the server, as `/pages`. */
  readonly at: string;
  /** Each file's name on the server, without its ending, and the absolute path of its source. */
  readonly entryPoints: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  map: 'application/json',
};

/** Paths of sources are kept as they are from here. */
const root = join(import.meta.dirname, '../..');

/** Bundles TypeScript with Preact and style sheets for the browser; kept between runs. */
export async function bundlePages({ name, ...sources }: PageSources): Promise<PageFiles> {
  return new Map((await keepOnDisk(`pages ${name}`, () => bundle(sources))).value);
}

async function bundle({
  at,
  entryPoints,
  ...options
}: Omit<PageSources, 'name'>): Promise<Made<[string, PageFile][]>> {
  // Loaded when there is something to bundle: it is seldom, and takes long.
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    entryPoints: { ...entryPoints },
    outdir: at,
    bundle: true,
    write: false,
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Each phone and each launch reads them again. Names stay, for stacks.
    minifyWhitespace: true,
    logLevel: 'silent',
    ...options,
  });
  return {
    value: outputFiles.map(({ path, text }) => [
      path,
      { type: types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain', text },
    ]),
    files: Object.keys(metafile.inputs).map((path) => join(root, path)),
  };
}
