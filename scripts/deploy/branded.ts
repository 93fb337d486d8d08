import { createHash } from 'node:crypto';
import { transform } from 'esbuild';
import { generate } from '../brand/generate';
import type { Brand } from '../brand/pack/pack';
import { engines } from './compile/bundle';
import { minifySheet } from './compile/sheets';
import type { ShippedProgram } from './project';

const programFolder = 'miniprogram/';

/** Pictures that only some brands have. */
const ownPicture = /^brand\/(?:wx\w+|head-\w+)\.png$/;

/**
 * The compiled program with another brand's files in place of those that it was compiled with: a
 * fleet compiles once. Refuses a brand with a file for which the program has no place.
 */
export async function brandedProgram(base: ShippedProgram, brand: Brand): Promise<ShippedProgram> {
  if (brand.pack.directory !== undefined || brand.pack.template !== undefined)
    throw new Error(`${brand.name} gets brands at run time, which takes more code: ship it alone`);
  const files = new Map(base.files);
  const maps = new Map(base.maps);
  // Of apps that the other brand has, and of its head.
  for (const path of files.keys()) if (ownPicture.test(path)) files.delete(path);
  for (const [path, content] of generate(brand)) {
    if (!path.startsWith(programFolder) || /brand\/(?:directory|page)\.ts$/.test(path)) continue;
    if (ownPicture.test(path.slice(programFolder.length))) {
      files.set(path.slice(programFolder.length), content);
      continue;
    }
    const made = await compileFile(path.slice(programFolder.length), content);
    if (!files.has(made.path))
      throw new Error(`${path} of ${brand.name} has no place in the compiled program`);
    files.set(made.path, made.content);
    // Data alone: nothing can be thrown there that a map would be needed for.
    maps.delete(`${made.path}.map`);
  }
  return { files, maps };
}

/** Names what ships: the same bytes, the same digest. */
export function digestOf({ files }: ShippedProgram): string {
  const hash = createHash('sha256');
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\n${content.byteLength}\n`).update(content);
  }
  return hash.digest('hex');
}

async function compileFile(
  path: string,
  content: Buffer,
): Promise<{ path: string; content: Buffer }> {
  if (path.endsWith('.ts')) {
    const { code } = await transform(content.toString(), {
      ...engines,
      loader: 'ts',
      format: 'esm',
      minify: true,
      charset: 'utf8',
    });
    return { path: path.replace(/ts$/, 'js'), content: Buffer.from(asCommonJs(code)) };
  }
  if (path.endsWith('.wxss'))
    return { path, content: Buffer.from(await minifySheet(path, content.toString())) };
  if (path.endsWith('.json'))
    return { path, content: Buffer.from(JSON.stringify(JSON.parse(content.toString()))) };
  return { path, content };
}

/** A brand's module has one export; esbuild's own form would bring half a kilobyte of helpers. */
function asCommonJs(script: string): string {
  const [statement, local, exported] = /export\{(\S+) as (\w+)\};?\s*$/.exec(script) ?? [];
  if (statement === undefined) throw new Error('a module of a brand has one export');
  return script.replace(statement, () => `module.exports={${exported}:${local}};`);
}
