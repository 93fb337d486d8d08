import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AppliedBrand } from './files';
import type { Brand } from './pack';

/** What is on disk and not as the brand wants it; empty when the brand is applied. */
export function differences(root: string, brand: Brand, applied: AppliedBrand): string[] {
  const wrong = [...targets(root, applied)].filter(([path, content]) => read(join(root, path)) !== content).map(([path]) => path);
  const [from, to] = logoPaths(root, brand);
  if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) wrong.push('miniprogram/brand/logo.png');
  return wrong;
}

/** Writes what differs and nothing else, so that a second run touches no file. Returns what was written. */
export function writeBrand(root: string, brand: Brand, applied: AppliedBrand): string[] {
  const wrong = differences(root, brand, applied);
  const contents = targets(root, applied);
  for (const path of wrong) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    const content = contents.get(path);
    if (content === undefined) copyFileSync(...logoPaths(root, brand));
    else writeFileSync(file, content);
  }
  return wrong;
}

function logoPaths(root: string, brand: Brand): [from: string, to: string] {
  return [join(brand.folder, brand.pack.logo), join(root, 'miniprogram/brand/logo.png')];
}

/** Whole contents by path: generated files, and JSON files with the generated fields put in place. */
function targets(root: string, applied: AppliedBrand): Map<string, string> {
  const result = new Map(applied.files);
  for (const [path, fields] of applied.fields) {
    const text = read(join(root, path));
    if (text === null) throw new Error(`${path}: not found; run this from a whole checkout`);
    let changed = text;
    for (const [keys, value] of fields) changed = replaceField(changed, keys, value, path);
    result.set(path, changed);
  }
  return result;
}

/** Replaces one scalar in JSON text and keeps the file's own layout, so that a fork's diff stays one line. */
function replaceField(text: string, keys: readonly string[], value: unknown, path: string): string {
  let at = 0;
  for (const key of keys) {
    const found = text.indexOf(`"${key}":`, at);
    if (found < 0) throw new Error(`${path}: the field ${keys.join('.')} is missing; restore it from the original repository`);
    at = found + key.length + 3;
  }
  const rest = text.slice(at);
  const scalar = /^\s*("(?:[^"\\]|\\.)*"|[\w.-]+)/.exec(rest);
  if (!scalar) throw new Error(`${path}: the field ${keys.join('.')} must be a plain value`);
  return `${text.slice(0, at)} ${JSON.stringify(value)}${rest.slice(scalar[0].length)}`;
}

function read(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
