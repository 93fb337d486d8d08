import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import postcss from 'postcss';
import { fileOf, type Places, startedByWeChat } from './entries';
import { NPM } from './packages';
import type { Tree } from './references';

const IMPORT = /@import\s+(['"])([^'"]+)\1\s*;/g;

/**
 * Writes the style sheets of npm components again, without the imports of which nobody uses a class:
 * Vant has its helpers (hairlines, ellipses) in a sheet that every component imports, and that is
 * larger than most of them. Keeps what it is not sure of.
 *
 * @param packed Where they go, which WeChat's packer would overwrite in the program.
 */
export function trimSheets(places: Places, packed: string): void {
  const components = startedByWeChat(places).filter((path) => path.startsWith(NPM));
  const folders = [places.program, ...components.map((path) => dirname(fileOf(places, path)))];
  const named = folders
    .filter((folder) => existsSync(folder))
    .flatMap(textsIn)
    .join('\n');
  for (const component of components) {
    const file = `${fileOf(places, component)}.wxss`;
    if (!existsSync(file)) continue;
    const sheet = readFileSync(file, 'utf8');
    const kept = sheet.replace(IMPORT, (whole, _quote, path: string) =>
      isNeeded(join(file, '..', path), named) ? whole : '',
    );
    if (kept === sheet) continue;
    const target = join(packed, `${component}.wxss`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, kept);
  }
}

/**
 * Whether a sheet has anything but rules for classes whose name, up to its variant (`--`), stands
 * nowhere.
 */
function isNeeded(file: string, named: string): boolean {
  if (!existsSync(file)) return true;
  return postcss.parse(readFileSync(file, 'utf8')).nodes.some((node) => {
    if (node.type === 'comment') return false;
    if (node.type !== 'rule') return true;
    return node.selectors.some((selector) => {
      const [, name] = /\.([\w-]+?)(?:--[\w-]*)?(?![\w-])/.exec(selector) ?? [];
      return name === undefined || named.includes(name);
    });
  });
}

/** Templates, and scripts that may put a class together. */
function textsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:wxml|wxs|ts|js)$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

/**
 * Prefixes only for what base library 3.6.0 needs them for
 * (docs/wechat.md#syntax-that-each-base-library-runs).
 */
const engines = ['ios14', 'chrome86'];

/**
 * The style sheets as small as they can be written.
 *
 * @throws Names the first sheet that is no CSS.
 */
export async function minifySheets(tree: Tree): Promise<Tree> {
  const entries = [...tree].map(async ([path, content]): Promise<readonly [string, Buffer]> => {
    if (!path.endsWith('.wxss')) return [path, content];
    return [path, Buffer.from(await minifySheet(path, content.toString()))];
  });
  return new Map(await Promise.all(entries));
}

export async function minifySheet(path: string, sheet: string): Promise<string> {
  const { code, warnings } = await transform(sheet, {
    loader: 'css',
    target: engines,
    minify: true,
    charset: 'utf8',
    logLevel: 'silent',
  });
  const wrong = warnings.find(({ id }) => id === 'css-syntax-error');
  if (wrong !== undefined) throw new Error(`${path}:${wrong.location?.line ?? 1}: ${wrong.text}`);
  return (
    code
      .trim()
      // WeChat's own compiler has never been seen to read these without their space.
      .replace(/(@(?:media|import))(?=["(])/g, '$1 ')
      // The space before the value of a variable is none of the value.
      .replace(/([{;]--[\w-]+): (?=\S)/g, '$1:')
  );
}
