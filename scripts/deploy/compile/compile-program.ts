import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { z } from 'zod';
import { compile as messages } from '../../messages/compile';
import { say } from '../../messages/say';
import { bundleScripts } from './bundle';
import { keepCompiled } from './keep-compiled';
import { licenceNotices } from './licences';
import { type MissingReference, missingReferences, type Tree } from './references';
import { type Job, runWorker } from './run-worker';
import { minifySheets, trimSheets } from './sheets';
import { type PackageSizes, packageSizes } from './size';
import { type NewerSyntax, newerSyntax } from './syntax';
import { unusedPictures, unusedSources } from './unused';

export interface CompileOptions {
  /** The folder with project.config.json and `miniprogram/`. */
  readonly project: string;
  /**
   * The folder with package.json, its lock and node_modules, whose production dependencies are
   * packed.
   */
  readonly root: string;
  /** ms; 5 minutes when left out. */
  readonly timeout?: number;
  /**
   * Without WeChat's compiler, for who only looks: it takes ten seconds of processor time, and of
   * what is right it changes the form alone. Not where npm components have to be packed.
   */
  readonly bundleOnly?: boolean;
}

export type Compiled =
  | {
      readonly ok: true;
      readonly sizes: PackageSizes;
      readonly files: Tree;
      /** `app.js.map` and so on, which an upload carries and a person doesn't load. */
      readonly maps: Tree;
      readonly missing: readonly MissingReference[];
      readonly newer: readonly NewerSyntax[];
      /** Sources that are in the checkout for nothing. */
      readonly unused: readonly string[];
      readonly ms: number;
    }
  | { readonly ok: false; readonly message: string };

const projectConfig = z.looseObject({
  appid: z.string(),
  setting: z.record(z.string(), z.unknown()).default({}),
});
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ dependencies: z.record(z.string(), z.string()).optional() }),
  ),
});
const appConfig = z.object({
  subPackages: z.array(z.object({ root: z.string() })).optional(),
  subpackages: z.array(z.object({ root: z.string() })).optional(),
});

/**
 * Whether the program can be given to people: nothing that it needs is missing, and the oldest
 * phones can read it.
 */
export function isSound(compiled: Compiled): boolean {
  return compiled.ok && compiled.missing.length === 0 && compiled.newer.length === 0;
}

/**
 * Compiles the program as an upload would: a bundle for each script that WeChat starts, then
 * WeChat's compiler (miniprogram-ci) and without a network. Works on a copy: nothing in the
 * checkout is touched. What WeChat's compiler made of exactly the same files is taken again.
 */
export async function compileProgram({
  project: original,
  root,
  timeout = 300_000,
  bundleOnly = false,
}: CompileOptions): Promise<Compiled> {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'mini-login-compile-'));
  try {
    const project = join(folder, 'project');
    const output = join(folder, 'output');
    const cwd = join(folder, 'cwd');
    const packageFiles = join(folder, 'packages');
    for (const path of [project, output, cwd, packageFiles]) mkdirSync(path);
    cpSync(join(original, 'miniprogram'), join(project, 'miniprogram'), {
      recursive: true,
      filter: (path) => !path.endsWith('miniprogram_npm'),
    });
    const npm = npmFolders(root);
    copyConfig(original, project, npm.length > 0);
    const { appid } = projectConfig.parse(readConfig(original));
    const places = {
      program: join(project, 'miniprogram'),
      nodeModules: join(root, 'node_modules'),
    };
    trimSheets(places, packageFiles);
    const bundled = await bundleScripts(places, packageFiles).catch((error: unknown) =>
      messageOf(error),
    );
    if (typeof bundled === 'string') return { ok: false, message: bundled };

    const made =
      bundleOnly && npm.length === 0
        ? asWritten(readTree(places.program))
        : await compileByWeChat({
            ...{ project, root, appId: appid, npmFolders: npm, packageFiles },
            ...{ output, cwd, timeout },
          });
    if (typeof made === 'string') return { ok: false, message: made };
    const compiled = await minifySheets(withCompactJson(made)).catch((error: unknown) =>
      messageOf(error),
    );
    if (typeof compiled === 'string') return { ok: false, message: compiled };
    const sources = readTree(join(original, 'miniprogram'));
    return {
      ok: true,
      ...inspect(compiled, sources, bundled, places.nodeModules),
      ms: performance.now() - startedAt,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface WeChatJob extends Omit<Job, 'packageJson' | 'packageFiles'> {
  readonly root: string;
  readonly packageFiles: string;
  readonly cwd: string;
  readonly timeout: number;
}

/** What is wrong, or the files. */
async function compileByWeChat({ root, cwd, timeout, ...job }: WeChatJob): Promise<Tree | string> {
  const packageJson = join(root, 'package.json');
  const compile = async () => {
    const answer = await runWorker({ ...job, packageJson }, { cwd, timeout });
    if (!answer.ok) return answer.message.replaceAll(`${job.project}/`, '');
    if (job.npmFolders.length > 0 && answer.npmPackages === 0) return say(messages.noPackages());
    return readTree(job.output);
  };
  // What is packed from node_modules is not among the files.
  if (job.npmFolders.length > 0) return await compile();
  const read = new Map([...readTree(job.project), ['an AppID', Buffer.from(job.appId)]]);
  return await keepCompiled(read, compile);
}

/** What is wrong, or the files that an upload takes. */
function asWritten(files: Tree): Tree | string {
  const taken = [...files].filter(([path]) => !/(?:^|\/)tsconfig\.json$/.test(path));
  for (const [path, content] of taken) {
    if (!path.endsWith('.json')) continue;
    try {
      JSON.parse(content.toString());
    } catch (error) {
      return `${path}: ${messageOf(error)}`;
    }
  }
  return new Map(taken);
}

/** WeChat's compiler leaves the spaces in those that are not of a page. */
function withCompactJson(files: Tree): Tree {
  return new Map(
    [...files].map(([path, content]) => [
      path,
      path.endsWith('.json')
        ? Buffer.from(JSON.stringify(JSON.parse(content.toString())))
        : content,
    ]),
  );
}

/** As WeChat DevTools reads it: what one machine sets for itself wins. */
function readConfig(project: string): unknown {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(project, name), 'utf8'));
  const own = 'project.private.config.json';
  return {
    ...Object(read('project.config.json')),
    ...(existsSync(join(project, own)) ? Object(read(own)) : {}),
  };
}

/**
 * Style sheets are left to `minifySheets`: WeChat's tool writes prefixes for iOS 8. So are scripts to
 * `shrink`, because the tool puts brackets around functions; but not those of npm components, which
 * only it has seen.
 */
function copyConfig(from: string, to: string, hasNpm: boolean): void {
  const name = 'project.config.json';
  const { setting, ...config } = projectConfig.parse(
    JSON.parse(readFileSync(join(from, name), 'utf8')),
  );
  const ours = { ...(hasNpm ? {} : { minified: false }), minifyWXSS: false, postcss: false };
  const content = { ...config, setting: { ...setting, ...ours } };
  writeFileSync(join(to, name), JSON.stringify(content));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The folders of node_modules that hold what ships: the root's own dependencies, and theirs. Looking
 * into the tools' hundreds too takes seconds; so does what the lock does not mark as `dev`, because
 * the workspaces' dependencies are not.
 */
function npmFolders(root: string): string[] {
  const { packages } = lock.parse(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  );
  const found = new Set<string>();
  const waiting = Object.keys(packages['']?.dependencies ?? {});
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}));
  }
  // A scope is a folder of packages.
  return [...new Set([...found].map((name) => name.split('/')[0] ?? name))];
}

function inspect(compiled: Tree, sources: Tree, bundled: ReadonlySet<string>, nodeModules: string) {
  const isMap = (path: string) => path.endsWith('.js.map');
  const own = new Map([...compiled].filter(([path]) => !isMap(path)));
  const maps = new Map([...compiled].filter(([path]) => isMap(path)));
  const app = appConfig.parse(JSON.parse(own.get('app.json')?.toString() ?? '{}'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root);
  const tree = new Map([...own, ...licenceNotices({ files: own, maps }, roots, nodeModules)]);
  const unused = [
    ...unusedSources(sources, new Set([...tree.keys(), ...bundled])),
    ...unusedPictures(tree),
  ].sort();
  return {
    sizes: packageSizes(tree, roots),
    files: tree,
    maps,
    missing: missingReferences(tree),
    newer: newerSyntax(tree),
    unused,
  };
}

function readTree(folder: string): Tree {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, Buffer] => {
        const path = join(entry.parentPath, entry.name);
        return [withSlashes(relative(folder, path)), readFileSync(path)];
      }),
  );
}
