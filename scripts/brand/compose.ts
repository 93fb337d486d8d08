import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Brand as ProgramBrand } from '../../miniprogram/login/brand';
import type { DirectoryConfig } from '../../miniprogram/login/directory';
import {
  directoryConfig,
  generate,
  generatedFolders,
  programBrand,
  projectSettings,
} from './generate';
import { type Brand as Pack, readBrand } from './pack/pack';
import type { BrandPack } from './pack/schema';
import { subpackageFiles, subpackagesFolder } from './subpackages';
import { differences, writeAll } from './write';

/** A project that is one brand's. */
export interface BrandedProject {
  /** The folder with project.config.json. */
  readonly folder: string;
  readonly brand: ProgramBrand;
  /** Of a hosted program. */
  readonly directory?: DirectoryConfig | undefined;
  readonly others?: OtherAddresses;
}

/** What the tenant's own code asks, besides the login. */
export interface OtherAddresses {
  /** Where logins are counted; null: nowhere. */
  readonly events: string | null;
  /** Origins that own pages ask. */
  readonly requests: readonly string[];
}

/**
 * A copy of the project as it would be with this brand applied, in a folder of its own: to look at
 * a brand, test it or ship it while another one is applied. Inside the repository the copy finds
 * its npm packages. Throws `BrandError`.
 *
 * @param change For a test: the pack in another way than the folder has it.
 */
export function composeProject(
  root: string,
  name: string,
  folder: string,
  change: (pack: BrandPack) => BrandPack = (pack) => pack,
): BrandedProject {
  const read = readBrand(root, name);
  const brand = { ...read, pack: change(read.pack) };
  rmSync(folder, { recursive: true, force: true });
  const others = [
    ...generatedFolders.map((path) => join(root, path)),
    join(root, 'miniprogram/miniprogram_npm'),
  ];
  cpSync(join(root, 'miniprogram'), join(folder, 'miniprogram'), {
    recursive: true,
    filter: (path) => !others.includes(path),
  });
  cpSync(join(root, 'project.config.json'), join(folder, 'project.config.json'));
  const appJson = readFileSync(join(folder, 'miniprogram/app.json'), 'utf8');
  for (const [path, content] of [...filesInProject(brand), ...subpackageFiles(brand, appJson)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return {
    folder,
    brand: programBrand(brand.pack),
    directory: directoryConfig(brand.pack),
    others: otherAddresses(brand.pack),
  };
}

export function otherAddresses({ events, subpackages = [] }: BrandPack): OtherAddresses {
  return {
    events: events?.endpoint ?? null,
    requests: subpackages.flatMap(({ requests = [] }) => requests),
  };
}

/**
 * Writes all that is this brand's into a copy that was composed for it or another one. Throws
 * `BrandError`.
 */
export function putBrand(root: string, brand: Pack, folder: string): void {
  const appJson = readFileSync(join(root, 'miniprogram/app.json'));
  const files = new Map([
    ...filesInProject(brand),
    ['miniprogram/app.json', appJson] as const,
    ...subpackageFiles(brand, appJson.toString()),
  ]);
  writeAll(folder, differences(folder, files, [...generatedFolders, subpackagesFolder]));
}

/** What of a project is one brand's, by path. */
function filesInProject(brand: Pack): ReadonlyMap<string, Buffer> {
  const settings = Buffer.from(JSON.stringify(projectSettings(brand.pack)));
  return new Map([...generate(brand), ['project.private.config.json', settings] as const]);
}
