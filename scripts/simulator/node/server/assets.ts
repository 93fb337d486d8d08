import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { layoutOf } from '../compile';

/** A file of the program, as `<image src="/brand/logo.png">` asks for it; null when there is none. */
export async function readAsset(project: string, path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const inside = posix.normalize(path);
  if (inside.startsWith('..')) return null;
  // A package's pictures lie where the package is installed.
  const file = layoutOf(project).file(inside);
  try {
    return { bytes: new Uint8Array(await readFile(file)), type: getMimeType(file) ?? 'application/octet-stream' };
  } catch {
    return null;
  }
}
