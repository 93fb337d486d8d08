import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Has TypeScript write the declarations of a project into a folder beneath `out`'s name, and
 * removes that folder after `take` has taken from it what the package has.
 *
 * @param {string} project A tsconfig.json.
 * @param {string} out
 * @param {(emitted: string) => void} take
 * @throws With what the compiler says.
 */
export function emitDeclarations(project, out, take) {
  const emitted = `${out}-emitted`;
  rmSync(emitted, { recursive: true, force: true });
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(compiler), 'bin/tsc');
  // Each checker reads the libraries' types again.
  const args = [tsc, '-p', project, '--checkers', '1', '--outDir', emitted];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  take(emitted);
  rmSync(emitted, { recursive: true, force: true });
}

/**
 * A declaration whose imports have the endings that Node's resolution does not add.
 *
 * @param {string} source
 * @param {string} folder Where the file is.
 * @param {(name: string) => string | null} other What becomes of a name that is no relative one.
 */
export function withEndings(source, folder, other = () => null) {
  return source.replace(/(from |import\()(['"])([^'"]+)\2/g, (whole, before, quote, name) => {
    const now = name.startsWith('.') ? ended(name, folder) : other(name);
    return now === null ? whole : `${before}${quote}${now}${quote}`;
  });
}

/**
 * The relative names that a declaration imports, as they are written.
 *
 * @param {string} source
 */
export function relativeImports(source) {
  return [...source.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g)].map(([, name = '']) => name);
}

/**
 * @param {string} name
 * @param {string} folder
 */
function ended(name, folder) {
  if (/\.(?:mjs|js)$/.test(name)) return name;
  return `${name}${existsSync(`${join(folder, name)}.d.ts`) ? '.js' : '/index.js'}`;
}
