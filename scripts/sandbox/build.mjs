/**
 * Builds the package that is published: `node scripts/sandbox/build.mjs [folder]`, then `npm pack`
 * of that folder, `out/sandbox-package` by default.
 * JavaScript with its types, the console's page bundled, and a package.json of its own: the sources
 * name other workspaces, which no registry has.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { emitDeclarations, relativeImports, withEndings } from '@mini-login/platform/declarations';
import { makeExecutable } from '@mini-login/platform/files';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const out = resolve(process.argv[2] ?? join(folder, '../../out/sandbox-package'));
const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
/** What is bundled is no dependency of the built package. */
const bundled = ['@mini-login/local-server', '@mini-login/platform', 'preact', 'esbuild'];
const dependencies = Object.fromEntries(
  Object.entries(own.dependencies).filter(([name]) => !bundled.includes(name)),
);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: { bin: join(folder, 'bin.ts'), index: join(folder, 'index.ts') },
  outdir: out,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // `esbuild` is reached only where the console was not built.
  external: [...Object.keys(dependencies), 'esbuild'],
  banner: { js: '// Built from scripts/sandbox; a double for development, not for production.' },
});
await build({
  entryPoints: {
    main: join(folder, 'browser/console/main.tsx'),
    style: join(folder, 'browser/console/style.css'),
  },
  outdir: join(out, 'console'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
const types = join(out, 'types');
emitDeclarations(join(folder, 'tsconfig.types.json'), types, (emitted) =>
  copyReached(join(emitted, 'sandbox'), 'index.d.ts', new Set()),
);
writeFileSync(join(out, 'mini-login-sandbox.js'), '#!/usr/bin/env node\nimport "./bin.js";\n');
makeExecutable(join(out, 'mini-login-sandbox.js'));
const { name, version, description, license, type, engines } = own;
writeFileSync(
  join(out, 'package.json'),
  `${JSON.stringify(
    {
      ...{ name, version, description, license, type, engines },
      bin: { 'mini-login-sandbox': 'mini-login-sandbox.js' },
      ...{ main: './index.js', types: './types/index.d.ts' },
      exports: { '.': { types: './types/index.d.ts', default: './index.js' } },
      dependencies,
    },
    null,
    2,
  )}\n`,
);
cpSync(join(folder, '../../docs/sandbox.md'), join(out, 'README.md'));
cpSync(join(folder, '../../LICENSE'), join(out, 'LICENSE'));

/**
 * The declarations that `index.ts` reaches.
 *
 * @param {string} from
 * @param {string} file
 * @param {Set<string>} done
 */
function copyReached(from, file, done) {
  if (done.has(file)) return;
  done.add(file);
  const source = readFileSync(join(from, file), 'utf8');
  const place = dirname(file);
  mkdirSync(join(types, place), { recursive: true });
  writeFileSync(join(types, file), withEndings(source, join(from, place)));
  for (const name of relativeImports(source)) copyReached(from, join(place, `${name}.d.ts`), done);
}
