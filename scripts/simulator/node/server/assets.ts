import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { readProject } from './project';

/** A file of the package, as `<image src="/brand/logo.png">` asks for it; null when there is none. */
export async function readAsset(project: string, path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const { programFolder } = readProject(project);
  const file = join(programFolder, path);
  if (!file.startsWith(join(programFolder, sep))) return null;
  try {
    return { bytes: new Uint8Array(await readFile(file)), type: getMimeType(file) ?? 'application/octet-stream' };
  } catch {
    return null;
  }
}
