/**
 * Builds the package that is published: `node scripts/simulator/build.mjs [folder]`, then `npm pack`
 * of that folder, `out/simulator-package` by default. Each source becomes JavaScript in its own
 * place, with its types; the phone's pages are bundled; what it takes of other workspaces, which no
 * registry has, comes along in `vendor`.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { emitDeclarations, withEndings } from '@mini-login/platform/declarations';
import { makeExecutable } from '@mini-login/platform/files';
import { withSlashes } from '@mini-login/platform/paths';
import { build, transformSync } from 'esbuild';

const folder = import.meta.dirname;
const scripts = join(folder, '..');
const out = resolve(process.argv[2] ?? join(folder, '../../out/simulator-package'));
const lib = join(out, 'lib');
const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const types = join(out, 'types');

/** What is bundled, or comes along, is no dependency of the built package. */
const inside = [
  ...['@mini-login/local-server', '@mini-login/platform', 'preact', '@sinonjs/fake-timers'],
  ...['glass-easel', 'glass-easel-miniprogram-adapter'],
];
const dependencies = Object.fromEntries(
  Object.entries(own.dependencies).filter(([name]) => !inside.includes(name)),
);

/** The folders that go along, by where they are in the package. */
const FOLDERS = [
  ...['contract', 'node', 'report', 'survey', 'test', 'ui'].map((name) => [
    join(folder, name),
    name,
  ]),
  [join(scripts, 'local-server'), 'vendor/local-server'],
  [join(scripts, 'platform'), 'vendor/platform'],
];

rmSync(out, { recursive: true, force: true });
for (const [from = '', to = ''] of FOLDERS)
  for (const file of sourcesUnder(from)) emit(join(from, file), `${to}/${withSlashes(file)}`);
emit(join(folder, 'index.ts'), 'index.ts');
await bundleForJest();
await bundlePages();
emitDeclarations(join(folder, 'tsconfig.types.json'), types, (emitted) => {
  copyTypes(join(emitted, 'simulator'), types);
  copyTypes(join(emitted, 'local-server'), join(types, 'vendor/local-server'));
});
writeFileSync(join(types, 'test/index.d.cts'), "export * from './index.js';\n");
makeExecutable(join(lib, 'node/cli/main.mjs'));
writePackageJson();
writeFileSync(join(lib, 'package.json'), JSON.stringify({ type: 'module', version: own.version }));
for (const page of ['README.md', 'APIS.md']) cpSync(join(folder, page), join(out, page));
cpSync(join(folder, '../../LICENSE'), join(out, 'LICENSE'));

/** @param {string} root */
function sourcesUnder(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:ts|mjs|cjs)$/.test(file) && !/node_modules|\.d\.ts$/.test(file),
  );
}

/**
 * One source, as JavaScript.
 *
 * @param {string} from
 * @param {string} to
 */
function emit(from, to) {
  const source = readFileSync(from, 'utf8');
  const code =
    extname(from) === '.ts'
      ? transformSync(source, { loader: 'ts', format: 'esm', target: 'node20.19' }).code
      : source;
  const file = join(lib, to.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    code.replace(
      /(\b(?:from|import)\s*\(?\s*)(["'])(\.{1,2}\/?[^"']*|@mini-login\/[^"']+)\2/g,
      (_, before, quote, name) => `${before}${quote}${nameInPackage(name, from, to)}${quote}`,
    ),
  );
}

/**
 * Node's resolution adds no ending and looks for no index.
 *
 * @param {string} name
 * @param {string} from
 * @param {string} to
 */
function nameInPackage(name, from, to) {
  const [, workspace = '', entry = ''] = /^@mini-login\/([\w-]+)\/([\w-]+)$/.exec(name) ?? [];
  if (workspace !== '') {
    const ending = existsSync(join(scripts, workspace, `${entry}.mjs`)) ? 'mjs' : 'js';
    const way = withSlashes(relative(dirname(to), `vendor/${workspace}/${entry}.${ending}`));
    return way.startsWith('.') ? way : `./${way}`;
  }
  if (/\.(?:mjs|js|json)$/.test(name)) return name;
  const target = join(dirname(from), name);
  if (existsSync(`${target}.ts`)) return `${name}.js`;
  if (existsSync(join(target, 'index.ts'))) return `${name}/index.js`;
  throw new Error(`${from} imports ${name}, which does not come along`);
}

/** Jest loads CommonJS. */
async function bundleForJest() {
  await build({
    entryPoints: [join(folder, 'test/index.ts')],
    outfile: join(lib, 'test/index.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    external: ['miniprogram-automator'],
    define: { 'import.meta.dirname': '__dirname' },
  });
}

/** As `node/server/bundles.ts` and `node/recorder/page.ts` do where there are sources. */
async function bundlePages() {
  const browser = join(folder, 'browser');
  await build({
    entryPoints: {
      phone: join(browser, 'phone/main.tsx'),
      runtime: join(browser, 'runtime/main.ts'),
      picker: join(browser, 'recorder/picker.ts'),
      recorder: join(browser, 'recorder/main.tsx'),
      ui: join(browser, 'ui/main.tsx'),
    },
    outdir: join(lib, 'browser/built'),
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['util'],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  });
}

function writePackageJson() {
  const { name, version, description, license, type, engines } = own;
  const exports = Object.fromEntries(
    Object.entries(own.exports).map(([entry, source]) => [entry, exportOf(String(source))]),
  );
  const all = {
    ...{ name, version, description, license, type, engines },
    keywords: ['wechat', 'miniprogram', 'simulator', 'testing', 'automator'],
    bin: { 'mini-login-simulator': 'lib/node/cli/main.mjs' },
    exports,
    files: ['lib', 'types', 'APIS.md'],
    dependencies,
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(all, null, 2)}\n`);
}

/** @param {string} source */
function exportOf(source) {
  const file = source.slice(2).replace(/\.ts$/, '.js');
  if (file.endsWith('.mjs')) return `./lib/${file}`;
  const esm = { types: `./types/${file.replace(/js$/, 'd.ts')}`, default: `./lib/${file}` };
  if (file !== 'test/index.js') return esm;
  return {
    import: esm,
    require: { types: './types/test/index.d.cts', default: './lib/test/index.cjs' },
  };
}

/**
 * @param {string} from
 * @param {string} to
 */
function copyTypes(from, to) {
  if (!existsSync(from)) return;
  for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    const place = dirname(join(to, file));
    mkdirSync(place, { recursive: true });
    const source = readFileSync(join(from, file), 'utf8');
    const text = withEndings(source, dirname(join(from, file)), (name) => {
      const shared = /^@mini-login\/local-server\/([\w-]+)$/.exec(name)?.[1];
      if (shared === undefined) return null;
      const way = withSlashes(relative(place, join(types, `vendor/local-server/${shared}.js`)));
      return way.startsWith('.') ? way : `./${way}`;
    });
    writeFileSync(join(to, file), text);
  }
}
