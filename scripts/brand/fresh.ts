import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import { BrandError } from './pack/pack';

const run = promisify(execFile);

/**
 * Writes a brand's files with the sources as they are now: those that this process has loaded stay
 * as they were when it began. For a workbench, in which the program's own texts are edited.
 *
 * @throws BrandError when a source can't be read, with its place.
 */
export async function writeFresh(root: string, name: string, folder: string): Promise<void> {
  const place = join(root, 'out', 'programs');
  mkdirSync(place, { recursive: true });
  const script = join(place, `${process.pid}-fresh-${name}.mjs`);
  try {
    await build({
      entryPoints: [join(import.meta.dirname, 'fresh-worker.ts')],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
      outfile: script,
      plugins: [sourcesOf(root)],
    });
    await run(process.execPath, [script, root, name, folder]);
  } catch (cause) {
    throw new BrandError([reasonOf(cause)], { cause });
  } finally {
    rmSync(script, { force: true });
  }
}

/** The program's sources of that checkout, wherever this script lies. */
function sourcesOf(root: string): Plugin {
  return {
    name: 'sources-of-a-checkout',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /\/miniprogram\/login\// }, ({ path, kind, pluginData }) => {
        if (pluginData === 'found') return undefined;
        const [, inside = ''] = /\/(miniprogram\/login\/.*)$/.exec(path) ?? [];
        return resolve(`./${inside}`, { kind, resolveDir: root, pluginData: 'found' });
      });
    },
  };
}

/** esbuild and the script both say where it is wrong in their first lines. */
function reasonOf(cause: unknown): string {
  const said: unknown = Reflect.get(Object(cause), 'stderr');
  const words = typeof said === 'string' && said !== '' ? said : String(cause);
  return words.trim().split('\n').slice(0, 3).join(' ').slice(0, 500);
}
