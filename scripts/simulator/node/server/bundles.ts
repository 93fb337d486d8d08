import { join } from 'node:path';
import { bundlePages, type PageFiles } from '@mini-login/local-server/bundle-pages';

/**
 * `/simulator/phone.js`, `phone.css`, `runtime.js` and their maps: classic scripts, so that they
 * have run when `load` is fired.
 */
export function buildBundles(): Promise<PageFiles> {
  const browser = join(import.meta.dirname, '../../browser');
  return bundlePages({
    name: 'simulator',
    at: '/simulator',
    entryPoints: {
      phone: join(browser, 'phone/main.tsx'),
      runtime: join(browser, 'runtime/main.ts'),
    },
    format: 'iife',
    sourcemap: 'linked',
    // @sinonjs/fake-timers asks Node for it, where there is a `process`; a browser has none.
    external: ['util'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
}
