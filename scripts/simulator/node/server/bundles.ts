import { join } from 'node:path';
import { build } from 'esbuild';
import { keepOnDisk, type Made } from './disk-cache';

/** The browser's code by its path on the server. */
export type Bundles = ReadonlyMap<string, Bundle>;

interface Bundle {
  readonly type: string;
  readonly text: string;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  map: 'application/json',
};

/**
 * `/simulator/phone.js`, `phone.css`, `runtime.js` and their maps: classic scripts, so that they
 * have run when `load` is fired.
 */
export async function buildBundles(): Promise<Bundles> {
  const browser = join(import.meta.dirname, '../../browser');
  return new Map((await keepOnDisk('bundles', () => bundle(browser))).value);
}

async function bundle(browser: string): Promise<Made<[string, Bundle][]>> {
  const root = join(browser, '../../..');
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    metafile: true,
    entryPoints: {
      phone: join(browser, 'phone/main.tsx'),
      runtime: join(browser, 'runtime/main.ts'),
    },
    outdir: '/simulator',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    logLevel: 'silent',
    // @sinonjs/fake-timers asks Node for it, where there is a `process`; a browser has none.
    external: ['util'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  return {
    value: outputFiles.map(({ path, text }) => [
      path,
      { type: types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain', text },
    ]),
    files: Object.keys(metafile.inputs).map((path) => join(root, path)),
  };
}
