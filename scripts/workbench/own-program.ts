import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { watch } from 'chokidar';
import { type BrandedProject, composeProject } from '../brand/compose';
import { generate, generatedFolders, programBrand, projectSettings } from '../brand/generate';
import { readBrand } from '../brand/pack/pack';
import { ownFolder } from '../brand/program';
import { differences, writeAll } from '../brand/write';

/**
 * The program that a workbench shows: a copy, because other commands and other workbenches may be
 * about other brands at the same time. What changes in `miniprogram/` is copied at once.
 */
export interface OwnProgram {
  /** Puts this brand into the copy. Throws `BrandError`, and leaves the copy as it was then. */
  show(name: string): BrandedProject;
  close(): Promise<void>;
}

export function startOwnProgram(root: string): OwnProgram {
  const folder = ownFolder(root, 'workbench');
  let isThere = false;
  const watcher = watch(join(root, 'miniprogram'), {
    ignoreInitial: true,
    ignored: (path) => isMade(relative(root, path)),
  }).on('all', (event, path) => {
    if (isThere) copyChange(root, folder, { event, path });
  });
  return {
    show(name) {
      if (!isThere) {
        const project = composeProject(root, name, folder);
        isThere = true;
        return project;
      }
      const brand = readBrand(root, name);
      const settings = Buffer.from(JSON.stringify(projectSettings(brand.pack)));
      const files = new Map([
        ...generate(brand),
        ['project.private.config.json', settings] as const,
      ]);
      writeAll(folder, differences(folder, files));
      return { folder, brand: programBrand(brand.pack) };
    },
    async close() {
      await watcher.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** By applying a brand, or by WeChat DevTools: none of it is a source. */
function isMade(path: string): boolean {
  const name = withSlashes(path);
  return [...generatedFolders, 'miniprogram/miniprogram_npm'].some(
    (folder) => name === folder || name.startsWith(`${folder}/`),
  );
}

function copyChange(
  root: string,
  folder: string,
  { event, path }: { readonly event: string; readonly path: string },
): void {
  const copy = join(folder, relative(root, path));
  if (event === 'unlink' || event === 'unlinkDir') rmSync(copy, { recursive: true, force: true });
  else if (event === 'add' || event === 'change') {
    mkdirSync(dirname(copy), { recursive: true });
    // An editor may have replaced the file again meanwhile: the next event brings it.
    cpSync(path, copy, { force: true });
  }
}
