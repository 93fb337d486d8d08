import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type Places, sourceOf, startedByWeChat } from './entries';
import { askNothingAtOnce, NPM } from './packages';
import { shrink } from './shrink';

/**
 * What runs on the oldest phones of base library 3.6.0
 * (docs/wechat.md#syntax-that-each-base-library-runs).
 */
export const engines: Pick<BuildOptions, 'target' | 'supported'> = {
  target: 'es2020',
  // iOS 15 and older mix native `async` with WeChat's own Promise
  // (docs/wechat.md#promises-are-timers-on-old-iphones).
  supported: { 'async-await': false, 'async-generator': false, 'for-await': false },
};

/**
 * A module of the brand: stays a file of its own, so that another brand takes its place without a
 * compilation. Not `directory` and `page`, which lead to code.
 */
const isBrandModule = (path: string) => /(?:^|\/)brand\/(?!(?:directory|page)$)[^/]+$/.test(path);

/** `require.async('../packages/seal/seal')`, as WeChat finds what to load with the package. */
const LAZY = /\brequire\.async\((['"])([^'"]+)\1\)/g;

/**
 * Makes one script of each that WeChat starts by itself (app, pages, components, lazily loaded
 * modules), in place of all TypeScript of the program: 80 modules less to name, to load and to
 * download. A source map lies next to each, where the official compiler looks for it and carries it
 * on.
 *
 * @param places The program's is a copy; what isn't bundled of its TypeScript is removed.
 * @param packed Where the scripts of npm components go, which WeChat's packer would overwrite in
 *   the program.
 * @returns The sources that went into a bundle, relative to the program.
 */
export async function bundleScripts(places: Places, packed: string): Promise<ReadonlySet<string>> {
  const { program } = places;
  const used = new Set<string>();
  const made = new Map<string, string>();
  const done = new Set<string>();
  const waiting = [...startedByWeChat(places)];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const source = sourceOf(places, entry);
    if (done.has(entry) || source === undefined) continue;
    done.add(entry);
    const { files, inputs, reaches } = await bundle(program, entry, source);
    const folder = entry.startsWith(NPM) ? packed : program;
    for (const [path, contents] of files) made.set(join(folder, path), contents);
    for (const input of inputs) if (!input.startsWith('..')) used.add(input);
    waiting.push(...reaches);
  }
  for (const path of [...typeScriptIn(program), ...used])
    rmSync(join(program, path), { force: true });
  for (const [path, contents] of made) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  return used;
}

async function bundle(folder: string, entry: string, source: string) {
  const reaches: string[] = [];
  const { outputFiles, metafile } = await build({
    ...engines,
    absWorkingDir: folder,
    stdin: {
      contents: await asCommonJs(source),
      sourcefile: 'entry.js',
      resolveDir: dirname(source),
    },
    outfile: `${entry}.js`,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'neutral',
    sourcemap: 'external',
    sourcesContent: true,
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'silent',
    plugins: [keepApart(folder, entry, source, reaches), askNothingAtOnce],
    tsconfigRaw: {},
  });
  const [map, script] = outputFiles;
  if (map === undefined || script === undefined)
    throw new Error(`esbuild made nothing of ${entry}`);
  const shrunk = await shrink(script, map);
  const files: readonly (readonly [path: string, content: string])[] = [
    [relative(folder, script.path), shrunk.script],
    [relative(folder, map.path), shrunk.map ?? map.text],
  ];
  return { files, inputs: Object.keys(metafile.inputs), reaches };
}

/**
 * A script that stands for `source`. As esbuild writes the exports of a module itself, half a
 * kilobyte of helpers goes with each.
 */
async function asCommonJs(source: string): Promise<string> {
  const { metafile } = await build({
    entryPoints: [source],
    bundle: false,
    write: false,
    metafile: true,
    format: 'esm',
    outfile: 'out.js',
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const from = JSON.stringify(`./${basename(source)}`);
  const names = output?.exports.join(', ') ?? '';
  return names === ''
    ? `import ${from};`
    : `import { ${names} } from ${from};\nmodule.exports = { ${names} };`;
}

/**
 * What a bundle doesn't hold is named as seen from where the bundle lies, not from where its source
 * lay.
 */
function keepApart(folder: string, entry: string, source: string, reaches: string[]): Plugin {
  const seenFromEntry = (path: string) => {
    reaches.push(path);
    const seen = posix.relative(posix.dirname(entry), path);
    return seen.startsWith('.') ? seen : `./${seen}`;
  };
  const pathOf = (from: string, reference: string) =>
    posix.join(withSlashes(relative(folder, from)), reference);
  return {
    name: 'keep-apart',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        if (join(resolveDir, path) === source) return undefined;
        const target = pathOf(resolveDir, path);
        return isBrandModule(target) ? { path: seenFromEntry(target), external: true } : undefined;
      });
      build.onLoad({ filter: /\.js$/ }, ({ path }) =>
        withSlashes(path).includes('/node_modules/')
          ? undefined
          : { contents: asModule(readFileSync(path, 'utf8')), loader: 'js' },
      );
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = text.replace(
          LAZY,
          (_, quote: string, reference: string) =>
            `require.async(${quote}${seenFromEntry(pathOf(join(path, '..'), reference))}${quote})`,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** The end of a script that esbuild minified: `module.exports={gcm:a,sha256:b};` */
const EXPORTS = /\bmodule\.exports=\{((?:\w+:[\w$]+,?)+)\};\s*$/;

/**
 * WeChat reads a script as CommonJS; of an ES module esbuild makes the same without its helpers for
 * what was CommonJS before.
 */
function asModule(script: string): string {
  return script.replace(
    EXPORTS,
    (_, pairs: string) => `export{${pairs.replace(/(\w+):([\w$]+)/g, '$2 as $1')}};`,
  );
}

function typeScriptIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
}
