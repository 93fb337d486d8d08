import { join } from 'node:path';
import { build } from 'esbuild';

/** The browser's code, built once at start, in memory. Paths as the phone page and the program frame ask for them. */
export interface Bundles {
  readonly phoneScript: string;
  readonly phoneStyle: string;
  readonly runtimeScript: string;
}

const simulator = join(import.meta.dirname, '..');

export async function buildBundles(): Promise<Bundles> {
  const [phone, runtime] = await Promise.all([
    bundle(join(simulator, 'phone', 'main.tsx')),
    bundle(join(simulator, 'runtime', 'main.ts')),
  ]);
  return { phoneScript: phone.script, phoneStyle: phone.style, runtimeScript: runtime.script };
}

/** Classic scripts, so that they have run when the page's `load` is fired. */
export async function bundle(entry: string): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'silent',
    // @sinonjs/fake-timers asks Node for it, where there is a `process`; a browser has none.
    external: ['util'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
  const text = (extension: string) => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}
