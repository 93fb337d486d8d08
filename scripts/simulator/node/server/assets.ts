import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { layoutOf } from '../compile/project';

/**
 * What WeChat packs besides code. A project's folder may hold more than its program, keys too, and
 * that is not served. https://developers.weixin.qq.com/miniprogram/dev/framework/structure.html
 */
const PACKED = /\.(?:png|jpe?g|gif|svg|webp|json|cer|mp3|aac|m4a|mp4|wav|ogg|silk|wasm|br|cert)$/i;

/**
 * A file of the program, as `<image src="/brand/logo.png">` asks for it; null when there is none.
 */
export async function readAsset(
  project: string,
  path: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const inside = posix.normalize(path);
  if (inside.startsWith('..') || !PACKED.test(inside)) return null;
  // A package's pictures lie where the package is installed.
  const file = layoutOf(project).file(inside);
  try {
    return {
      bytes: new Uint8Array(await readFile(file)),
      type: getMimeType(file) ?? 'application/octet-stream',
    };
  } catch {
    return null;
  }
}
