import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFolders } from '../../brand/generate';
import type { ShippedProgram } from '../project';

/**
 * What leads a line of an error report back to a source: WeChat has them too, for its own reports.
 * By brand and version, as an error report names them; a brand's own files are data alone.
 *
 * @param isNew False: of what was sent before, or only may have arrived. The maps that are there are
 *   of something that was sent, and stay.
 * @returns The folder; null: the program has no maps.
 * @throws When the disk does not take them.
 */
export function keepMaps(folder: string, { maps }: ShippedProgram, isNew: boolean): string | null {
  const kept = [...maps].filter(([path]) => !isData(path));
  if (kept.length === 0) return null;
  if (existsSync(folder) && !isNew) return folder;
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of kept) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function isData(path: string): boolean {
  return generatedFolders.some((generated) => `miniprogram/${path}`.startsWith(`${generated}/`));
}
