import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePages, type PageFiles } from '@mini-login/local-server/bundle-pages';

/**
 * `/simulator/phone.js`, `phone.css`, `runtime.js`, `picker.js` and their maps: classic scripts, so that they
 * have run when `load` is fired.
 */
export async function buildBundles(): Promise<PageFiles> {
  const browser = join(import.meta.dirname, '../../browser');
  // In the published package, which has no sources.
  const built = join(browser, 'built');
  if (existsSync(built))
    return new Map(BUILT.map((file) => [`/simulator/${file}`, read(built, file)]));
  return await bundlePages({
    name: 'simulator',
    at: '/simulator',
    entryPoints: {
      phone: join(browser, 'phone/main.tsx'),
      runtime: join(browser, 'runtime/main.ts'),
      picker: join(browser, 'recorder/picker.ts'),
    },
    format: 'iife',
    sourcemap: 'linked',
    // @sinonjs/fake-timers asks Node for it, where there is a `process`; a browser has none.
    external: ['util'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
}

const BUILT = ['phone.js', 'phone.css', 'runtime.js', 'picker.js'] as const;

function read(folder: string, file: (typeof BUILT)[number]): { type: string; text: string } {
  return {
    type: file.endsWith('.css') ? 'text/css' : 'text/javascript',
    text: readFileSync(join(folder, file), 'utf8'),
  };
}
