import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withSlashes } from '@mini-login/platform/paths';
import { subpackages as messages } from '../messages/look';
import { say } from '../messages/say';
import type { BrandPack } from './pack/schema';

/**
 * Pages of the tenant's own: they lie in the brand's folder and are put next to the program's in the
 * brand's own project, so that a fork changes no file that later versions change, app.json least.
 */

/** Bytes; WeChat's limit of a package is 2 MB, as compiled. */
const fileLimit = 2 * 1024 * 1024;

/** In the program. */
const place = 'own';

/** From the project's root: of a copy that is one brand's, never of the repository. */
export const subpackagesFolder = `miniprogram/${place}`;

export function hasOwnCode({ subpackages, events }: BrandPack): boolean {
  return subpackages !== undefined || events !== undefined;
}

/**
 * Compiled by itself: with code that no other brand may have, or what gets brands at run time. The
 * others are one program, with each brand's files in their place.
 */
export function hasOwnProgram(pack: BrandPack): boolean {
  return hasOwnCode(pack) || pack.directory !== undefined || pack.template !== undefined;
}

/** One line per problem, field first. */
export function checkSubpackages(folder: string, { subpackages = [] }: BrandPack): string[] {
  return subpackages.flatMap(({ root, pages }, index) => {
    const own = join(folder, 'subpackages', root);
    const field = `subpackages.${index}`;
    if (!lstatSync(own, { throwIfNoEntry: false })?.isDirectory())
      return [`${field}.root: ${say(messages.noFolder(`subpackages/${root}`))}`];
    return [
      ...pages.flatMap((page) =>
        existsSync(join(own, `${page}.wxml`)) &&
        ['.js', '.ts'].some((ending) => existsSync(join(own, page + ending)))
          ? []
          : [`${field}.pages: ${say(messages.noPage(`subpackages/${root}/${page}`))}`],
      ),
      ...entriesIn(own).flatMap((path) => {
        const found = lstatSync(join(own, path));
        if (found.isSymbolicLink()) return [`${field}.root: ${say(messages.link(path))}`];
        return found.size > fileLimit ? [`${field}.root: ${say(messages.tooBig(path))}`] : [];
      }),
    ];
  });
}

/** What the brand's project has besides, by path from the project's root. */
export function subpackageFiles(
  { folder, pack: { subpackages = [] } }: { readonly folder: string; readonly pack: BrandPack },
  appJson: string,
): ReadonlyMap<string, Buffer> {
  if (subpackages.length === 0) return new Map();
  const files = subpackages.flatMap(({ root }) => {
    const own = join(folder, 'subpackages', root);
    return entriesIn(own).map((path): [string, Buffer] => [
      `miniprogram/${place}/${root}/${path}`,
      readFileSync(join(own, path)),
    ]);
  });
  return new Map([...files, ['miniprogram/app.json', Buffer.from(withOwn(appJson, subpackages))]]);
}

function withOwn(appJson: string, own: NonNullable<BrandPack['subpackages']>): string {
  const app: Readonly<Record<string, unknown>> = JSON.parse(appJson);
  const { subPackages: ours = [] } = app;
  const theirs = own.map(({ root, pages }) => ({ root: `${place}/${root}`, pages }));
  const all = [...(Array.isArray(ours) ? ours : []), ...theirs];
  return `${JSON.stringify({ ...app, subPackages: all }, null, 2)}\n`;
}

function entriesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => withSlashes(relative(folder, join(entry.parentPath, entry.name))));
}
