import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withSlashes } from '@mini-login/platform/paths';
import { root } from '../setup/say.mjs';

/**
 * What runs a command. `command` is there where it was compiled, else runCommand() loads it.
 *
 * @typedef {typeof import('./runner') & { command?: import('commander').Command }} Runner
 */

/**
 * What was compiled, with the hash of each source. Paths from the root.
 *
 * @typedef {{ entry: string, sources: [path: string, hash: string][] }} Compiled
 */

const place = 'out/commands';

/** ms. What another process may have begun with stays for that long. */
const keptFor = 24 * 3_600_000;

/**
 * @param {import('./table.mjs').CommandEntry} command
 * @returns {Promise<Runner>}
 */
export async function loadCompiled({ name, dev }) {
  const file = await compileSources(
    name,
    `export { command } from './${dev === true ? 'dev/' : ''}${name}';
      export * from './runner';`,
  );
  // An error names the place in the source.
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(file).href);
}

/**
 * TypeScript sources as a few files of JavaScript, that Node loads by itself: a hook for TypeScript
 * costs a second of processor time and more at each start. They are made again when what a source
 * reads has changed.
 *
 * @param {string} name
 * @param {string} entry TypeScript in this folder.
 * @returns {Promise<string>} The file to run or to import.
 */
export async function compileSources(name, entry) {
  const list = join(root, place, `${name}.json`);
  const kept = readList(list);
  const compiled = kept !== null && isFresh(kept) ? kept : await compile(name, entry, list);
  return join(root, compiled.entry);
}

/**
 * Each source as it is written, with a hook.
 *
 * @returns {Promise<Runner>}
 */
export async function loadSources() {
  const { register } = await import('tsx/esm/api');
  register();
  return import(new URL('runner.ts', import.meta.url).href);
}

/**
 * @param {string} list
 * @returns {Compiled | null} Null: there is none that can be read.
 */
function readList(list) {
  try {
    return JSON.parse(readFileSync(list, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {Compiled} kept */
function isFresh({ entry, sources }) {
  return existsSync(join(root, entry)) && sources.every(([path, hash]) => hashOf(path) === hash);
}

/** @param {string} path From the root. */
function hashOf(path) {
  try {
    return createHash('sha256')
      .update(readFileSync(join(root, path)))
      .digest('base64url');
  } catch {
    return 'absent';
  }
}

/**
 * @param {string} name
 * @param {string} contents
 * @param {string} list
 * @returns {Promise<Compiled>}
 */
async function compile(name, contents, list) {
  const { build, stop } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    stdin: {
      contents,
      resolveDir: import.meta.dirname,
      sourcefile: 'command.ts',
    },
    absWorkingDir: root,
    bundle: true,
    // What is imported later is loaded later.
    splitting: true,
    outdir: join(place, name),
    entryNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [sources],
  });
  await stop();
  const folder = join(root, place, name);
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeWhole(path, contents);
  const [entry = ''] =
    Object.entries(metafile.outputs).find(([, { entryPoint }]) =>
      entryPoint?.endsWith('command.ts'),
    ) ?? [];
  /** @type {Compiled} */
  const made = {
    entry,
    sources: [relative(root, import.meta.filename), ...Object.keys(metafile.inputs)]
      .filter((path) => existsSync(join(root, path)))
      .map((path) => [withSlashes(path), hashOf(path)]),
  };
  writeWhole(list, JSON.stringify(made));
  removeOld(folder, new Set(outputFiles.map(({ path }) => basename(path))));
  return made;
}

/**
 * Packages and JavaScript stay what Node loads, so that there is each of them once. What a source
 * says of its own place has to stay true.
 *
 * @type {import('esbuild').Plugin}
 */
const sources = {
  name: 'sources-of-a-command',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) =>
      kind === 'entry-point' || /^@mini-login\/(?!platform\/)/.test(path)
        ? undefined
        : { path, external: true },
    );
    onResolve({ filter: /^\..*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: fromOutput(join(resolveDir, path)),
      external: true,
    }));
    onResolve({ filter: /\/miniprogram\/brand(?:\/|$)/ }, ({ importer }) => ({
      errors: [
        {
          text: `${importer} loads the brand that is applied when it runs: scripts/cli/table.mjs, loads`,
        },
      ],
    }));
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => ({
      contents: placesAtRun(path, readFileSync(path, 'utf8')),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
};

/** @param {string} path */
function fromOutput(path) {
  return `../../../${withSlashes(relative(root, path))}`;
}

/**
 * The source with its own place as it is when what was compiled runs: a checkout may be moved, or
 * copied.
 *
 * @param {string} path
 * @param {string} text
 */
function placesAtRun(path, text) {
  const placed = text.replaceAll(/\bimport\.meta\.(dirname|filename|url)\b/g, (_, what) => {
    const place = JSON.stringify(fromOutput(what === 'dirname' ? dirname(path) : path));
    return what === 'url'
      ? `new URL(${place}, import.meta.url).href`
      : `joinPlace(import.meta.dirname, ${place})`;
  });
  // On the first line, so that the others keep their numbers.
  return placed === text ? text : `import { join as joinPlace } from 'node:path'; ${placed}`;
}

/**
 * Whole or not at all: another process may make the same.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function writeWhole(file, content) {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} made
 */
function removeOld(folder, made) {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (!made.has(name) && Date.now() - written > keptFor) rmSync(file, { force: true });
  }
}
