import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { watch } from 'chokidar';
import { type BrandedProject, composeProject, otherAddresses, putBrand } from '../brand/compose';
import { commitExt, type ExtJson } from '../brand/ext';
import { writeFresh } from '../brand/fresh';
import { directoryConfig, generatedFolders, programBrand } from '../brand/generate';
import { readBrand } from '../brand/pack/pack';
import { ownFolder } from '../brand/program';

/**
 * The program that a workbench shows: a copy, because other commands and other workbenches may be
 * about other brands at the same time. What changes in `miniprogram/` is copied at once.
 */
export interface OwnProgram {
  /**
   * Puts this brand into the copy. Throws `BrandError`, and leaves the copy as it was then.
   *
   * @param packs The folder with its `brands/`; default: the project.
   */
  show(name: string, packs?: string): Promise<BrandedProject>;
  close(): Promise<void>;
}

/** What a brand's files are made of, besides its pack. */
const makers = ['scripts/brand', 'miniprogram/login'];

/** Names a brand's own pages too: written with the brand and not copied. */
const appJson = 'miniprogram/app.json';

/**
 * @param onMakers Something that a brand's files are made of has changed: they are to be made again.
 * @param ext What a template is shown with.
 */
export async function startOwnProgram(
  root: string,
  onMakers: () => void,
  ext?: ExtJson,
): Promise<OwnProgram> {
  const folder = ownFolder(root, 'workbench');
  let isThere = false;
  let areMakersNew = false;
  const watcher = watch([join(root, 'miniprogram'), join(root, 'scripts/brand')], {
    ignoreInitial: true,
    ignored: (path) => isMade(relative(root, path)),
  }).on('all', (event, path) => {
    const changed = relative(root, path);
    const isJoined = isIn(changed, [appJson]);
    if (isIn(changed, ['miniprogram']) && isThere && !isJoined)
      copyChange(root, folder, { event, path });
    const isMaker = isIn(changed, makers);
    areMakersNew ||= isMaker;
    if (isMaker || isJoined) onMakers();
  });
  // What is edited before it watches would never be noticed.
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  const put = async (name: string, packs: string): Promise<BrandedProject> => {
    if (!isThere) {
      const project = composeProject(root, name, folder);
      isThere = true;
      if (areMakersNew) await writeFresh(root, name, folder);
      return project;
    }
    const brand = readBrand(packs, name);
    if (areMakersNew && packs === root) await writeFresh(root, name, folder);
    else putBrand(root, brand, folder);
    return {
      folder,
      brand: programBrand(brand.pack),
      directory: directoryConfig(brand.pack),
      others: otherAddresses(brand.pack),
    };
  };
  return {
    async show(name, packs = root) {
      const project = await put(name, packs);
      const pack = readBrand(packs, name);
      if (ext !== undefined && pack.pack.template !== undefined)
        return commitExt(project, pack, ext);
      rmSync(join(folder, 'miniprogram/ext.json'), { force: true });
      return project;
    },
    async close() {
      await watcher.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** By applying a brand, or by WeChat DevTools: none of it is a source. */
function isMade(path: string): boolean {
  return isIn(path, [...generatedFolders, 'miniprogram/miniprogram_npm']);
}

function isIn(path: string, folders: readonly string[]): boolean {
  const name = withSlashes(path);
  return folders.some((folder) => name === folder || name.startsWith(`${folder}/`));
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
