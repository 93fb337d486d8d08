import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';

const folder = import.meta.dirname;

/**
 * Writes the declarations of all entries, with endings on the names that they import, which Node's
 * resolution does not add.
 *
 * @param {string} out
 */
export function emitTypes(out) {
  const emitted = `${out}-emitted`;
  rmSync(emitted, { recursive: true, force: true });
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(compiler), 'bin/tsc');
  const args = [tsc, '-p', join(folder, 'tsconfig.types.json'), '--outDir', emitted];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  const own = join(emitted, 'simulator');
  for (const file of declarationsUnder(own)) copy(join(own, file), join(out, file), out);
  const shared = join(emitted, 'local-server');
  for (const file of declarationsUnder(shared))
    copy(join(shared, file), join(out, 'vendor/local-server', file), out);
  rmSync(emitted, { recursive: true, force: true });
}

/** @param {string} root */
function declarationsUnder(root) {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.d.ts'),
  );
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} out
 */
function copy(from, to, out) {
  const source = readFileSync(from, 'utf8');
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(
    to,
    source.replace(
      /(from |import\()(['"])(\.[^'"]*|@mini-login\/[^'"]+)\2/g,
      (_, before, quote, name) => {
        const shared = /^@mini-login\/local-server\/([\w-]+)$/.exec(name)?.[1];
        if (shared !== undefined) {
          const way = withSlashes(
            relative(dirname(to), join(out, `vendor/local-server/${shared}.js`)),
          );
          return `${before}${quote}${way.startsWith('.') ? way : `./${way}`}${quote}`;
        }
        if (/\.(?:mjs|js)$/.test(name)) return `${before}${quote}${name}${quote}`;
        const isFile = existsSync(`${join(dirname(from), name)}.d.ts`);
        return `${before}${quote}${name}${isFile ? '.js' : '/index.js'}${quote}`;
      },
    ),
  );
}
