import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { z } from 'zod';

/** What runs on the oldest phones of base library 3.6.0 (docs/wechat.md#syntax-that-each-base-library-runs). */
export const engines: Pick<BuildOptions, 'target' | 'supported'> = {
  target: 'es2020',
  // iOS 15 and older mix native `async` with WeChat's own Promise (docs/wechat.md#promises-are-timers-on-old-iphones).
  supported: { 'async-await': false, 'async-generator': false, 'for-await': false },
};

const appJson = z.object({
  pages: z.array(z.string()),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
  usingComponents: z.record(z.string(), z.string()).default({}),
});
const unitJson = z.object({ usingComponents: z.record(z.string(), z.string()).default({}) });

/** A module of the brand: stays a file of its own, so that another brand takes its place without a compilation. */
const isBrandModule = (path: string) => /(?:^|\/)brand\/[^/]+$/.test(path);

/** `require.async('../packages/seal/seal')`, as WeChat finds what to load with the package. */
const LAZY = /\brequire\.async\((['"])([^'"]+)\1\)/g;

/**
 * Makes one script of each that WeChat starts by itself (app, pages, components, lazily loaded modules), in place of all TypeScript
 * in this folder: 80 modules less to name, to load and to download. A source map lies beside each, where the official compiler
 * looks for it and carries it on.
 *
 * @param folder A copy of `miniprogram/`; what isn't bundled of its TypeScript is removed.
 * @returns The sources that went into a bundle, relative to the folder.
 */
export async function bundleScripts(folder: string): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  const made = new Map<string, Uint8Array>();
  const done = new Set<string>();
  const waiting = ['app', ...startedByWeChat(folder)];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const source = ['.ts', '.js'].map((ending) => entry + ending).find((path) => existsSync(join(folder, path)));
    // What is missing, the official compiler says.
    if (done.has(entry) || source === undefined) continue;
    done.add(entry);
    const { files, inputs, reaches } = await bundle(folder, entry, source);
    for (const { path, contents } of files) made.set(path, contents);
    for (const input of inputs) used.add(input);
    waiting.push(...reaches);
  }
  for (const path of [...typeScriptIn(folder), ...used]) rmSync(join(folder, path), { force: true });
  for (const [path, contents] of made) writeFileSync(path, contents);
  return used;
}

async function bundle(folder: string, entry: string, source: string) {
  const reaches: string[] = [];
  const { outputFiles, metafile } = await build({
    ...engines,
    absWorkingDir: folder,
    entryPoints: [`./${source}`],
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
    plugins: [keepApart(folder, entry, reaches)],
    tsconfigRaw: {},
  });
  return { files: outputFiles, inputs: Object.keys(metafile.inputs), reaches };
}

/** What a bundle doesn't hold is named as seen from where the bundle lies, not from where its source lay. */
function keepApart(folder: string, entry: string, reaches: string[]): Plugin {
  const seenFromEntry = (path: string) => {
    reaches.push(path);
    const seen = posix.relative(posix.dirname(entry), path);
    return seen.startsWith('.') ? seen : `./${seen}`;
  };
  const pathOf = (from: string, reference: string) => posix.join(relative(folder, from).split(sep).join('/'), reference);
  return {
    name: 'keep-apart',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined;
        const target = pathOf(resolveDir, path);
        return isBrandModule(target) ? { path: seenFromEntry(target), external: true } : undefined;
      });
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

/** Pages, the components that they or the app use, and so on; those of npm packages are their packages' business. */
function startedByWeChat(folder: string): readonly string[] {
  const app = appJson.parse(readJson(folder, 'app.json'));
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    addComponents(unitJson.parse(readJson(folder, `${path}.json`)), path);
  };
  const addComponents = ({ usingComponents }: z.infer<typeof unitJson>, from: string) => {
    for (const reference of Object.values(usingComponents)) {
      if (reference.startsWith('/')) add(posix.normalize(reference.slice(1)));
      else if (reference.startsWith('.')) add(posix.join(posix.dirname(from), reference));
    }
  };
  for (const page of app.pages) add(page);
  for (const { root, pages } of app.subPackages) for (const page of pages) add(posix.join(root, page));
  addComponents(app, 'app');
  return [...found];
}

function typeScriptIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
}

function readJson(folder: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, path), 'utf8'));
  } catch {
    // A page needs none, and what is broken the official compiler says in its own words.
    return {};
  }
}
