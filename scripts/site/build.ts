import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { installDependencies, missingDependency } from '../setup/dependencies.mjs';
import { demoPages, demoText, recordingPath } from './demo';
import { inEnglishOnly, makePages, titleOf } from './pages';

export interface SiteOptions {
  /** The repository. */
  readonly root: string;
  readonly out: string;
  /** Where the site will stand on its host. */
  readonly base: string;
  /** Where the sources can be read; null: links to them become plain text. */
  readonly repository: string | null;
  /** Records a login with its pictures, in both languages: needs a browser. */
  readonly demo: boolean;
}

/** The packages whose API is documented, each by what its `exports` name. */
const packages = ['kits/javascript', 'kits/server', 'scripts/sandbox', 'scripts/simulator'];

/**
 * Builds the site. VitePress and TypeDoc are installed for it alone, in `tools/`.
 *
 * @throws Error for a link that leads to nothing, or when a tool fails.
 */
export function buildSite(options: SiteOptions): void {
  const { root, out } = options;
  const source = join(root, 'out/site-source');
  rmSync(source, { recursive: true, force: true });
  const { texts, pictures, sidebar } = makePages(root, options.repository);
  for (const [path, text] of texts) write(join(source, 'pages', path), text);
  for (const picture of pictures)
    copy(join(root, picture), join(source, 'pages/pictures', basename(picture)));

  const tools = join(root, 'scripts/site/tools');
  const missing = missingDependency(tools);
  if (missing !== null) installDependencies(tools, `scripts/site/tools/${missing}`);

  writeApi(root, tools, join(source, 'pages/api'));
  if (options.demo) recordDemo(root, source);
  const site = {
    base: options.base,
    ...versionsOf(root),
    repository: options.repository,
    hasDemo: options.demo,
    sidebar,
  };
  write(join(source, 'pages/.vitepress/site.json'), JSON.stringify(site));
  const config = withSlashes(join(root, 'scripts/site/vitepress.mjs'));
  write(
    join(source, 'pages/.vitepress/config.mjs'),
    `import { configOf } from '${config}';\nimport site from './site.json';\nexport default configOf(site);\n`,
  );
  run(root, join(tools, 'node_modules/vitepress/bin/vitepress.js'), [
    ...['build', join(source, 'pages'), '--outDir', out],
  ]);
}

function versionsOf(root: string) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  return {
    version: String(version),
    released: [...changes.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title),
  };
}

/** TypeDoc reads the sources with a TypeScript of its own: it can't use the project's yet. */
function writeApi(root: string, tools: string, out: string): void {
  const modules = join(tools, 'node_modules');
  run(root, join(modules, 'typedoc/bin/typedoc'), [
    ...['--plugin', join(modules, 'typedoc-plugin-markdown/dist/index.js')],
    ...['--tsconfig', 'scripts/site/tsconfig.api.json', '--readme', 'none'],
    ...['--name', 'API', '--entryFileName', 'index', '--out', out, '--logLevel', 'Warn'],
    ...[
      '--disableSources',
      '--entryPointStrategy',
      'resolve',
      '--excludeInternal',
      '--sanitizeComments',
    ],
    ...packages.flatMap((folder) => ['--entryPoints', `${folder}/${entryOf(root, folder)}`]),
  ]);
  const names = packages.map((folder) => [moduleOf(root, folder), manifestOf(root, folder).name]);
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' }).map(withSlashes)) {
    if (!name.endsWith('.md')) continue;
    // TypeDoc names a module by its folder; readers know the package.
    const text = names.reduce(
      (all, [folder, name]) =>
        all.replaceAll(`[${folder}]`, `[${name}]`).replaceAll(`# ${folder}\n`, `# ${name}\n`),
      readFileSync(join(out, name), 'utf8'),
    );
    write(join(out, name), text);
    write(join(out, '../zh/api', name), inEnglishOnly(titleOf(text), `api/${name}`));
  }
}

function entryOf(root: string, folder: string): string {
  return String(manifestOf(root, folder).exports['.']);
}

/** The folder of its first file. */
function moduleOf(root: string, folder: string): string {
  return posix.join(folder, posix.dirname(entryOf(root, folder)));
}

function manifestOf(root: string, folder: string) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}

/** Logins as pages with their pictures and timeline: the workbench itself needs its server. */
function recordDemo(root: string, source: string): void {
  for (const page of demoPages) {
    for (const { name, words } of page.recorded) {
      const file = join(source, 'public', recordingPath(page, name));
      mkdirSync(dirname(file), { recursive: true });
      const asked = ['--lang', page.lang, ...words, '--trace', file];
      run(root, join(root, 'scripts/cli/run.mjs'), ['journey', ...asked]);
    }
    write(join(source, 'pages', page.path), demoText(page));
  }
}

function run(cwd: string, script: string, args: readonly string[]): void {
  const { status, error } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    stdio: ['ignore', 2, 2],
  });
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`${withSlashes(relative(cwd, script))} failed with exit code ${status}`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
