import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = import.meta.dirname;

/**
 * Writes the declarations that `index.ts` reaches. The sources name each other without an ending,
 * which Node's resolution does not take; so they get one.
 *
 * @param {string} out
 */
export function buildTypes(out) {
  const emitted = `${out}-emitted`;
  rmSync(emitted, { recursive: true, force: true });
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(compiler), 'bin/tsc');
  const args = [tsc, '-p', join(folder, 'tsconfig.types.json'), '--outDir', emitted];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  copyReached(join(emitted, 'sandbox'), 'index.d.ts', out, new Set());
  rmSync(emitted, { recursive: true, force: true });
}

/**
 * @param {string} from
 * @param {string} file
 * @param {string} to
 * @param {Set<string>} done
 */
function copyReached(from, file, to, done) {
  if (done.has(file)) return;
  done.add(file);
  const source = readFileSync(join(from, file), 'utf8');
  const relatives = /(from |import\()'(\.[^']*)'/g;
  mkdirSync(dirname(join(to, file)), { recursive: true });
  writeFileSync(join(to, file), source.replaceAll(relatives, "$1'$2.js'"));
  for (const [, , name = ''] of source.matchAll(relatives))
    copyReached(from, join(dirname(file), `${name}.d.ts`), to, done);
}
