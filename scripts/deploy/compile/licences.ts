import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packagesOfNoble } from '../seal/bundle';
import { NPM } from './packages';
import type { Tree } from './references';

/** JSON, because WeChat uploads no file whose name ends with .txt. */
const NOTICES = 'licences.json';

const sourceMap = z.object({ sources: z.array(z.string()), sourcesContent: z.array(z.string()) });
const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * The licence notices of what others wrote and the program ships: MIT asks for them "in all copies".
 * Read off the bundles, so that no list has to be kept. Each subpackage has those of what it holds.
 *
 * @param maps Of the bundles, which name their sources.
 * @param roots Of the subpackages, from app.json.
 * @throws When a package that ships has no licence text.
 */
export function licenceNotices(
  { files, maps }: { readonly files: Tree; readonly maps: Tree },
  roots: readonly string[],
  nodeModules: string,
): Tree {
  const shipped = new Map<string, Set<string>>();
  const add = (path: string, names: readonly string[]) => {
    const root = roots
      .map((one) => `${one.replace(/\/$/, '')}/`)
      .find((one) => path.startsWith(one));
    const place = `${root ?? ''}${NOTICES}`;
    if (names.length > 0) shipped.set(place, new Set([...(shipped.get(place) ?? []), ...names]));
  };
  for (const path of files.keys())
    if (path.startsWith(NPM)) add(path, namesIn(path.slice(NPM.length)));
  for (const [path, map] of maps) add(path, packagesOfMap(map));
  return new Map(
    [...shipped].map(([place, names]) => [
      place,
      Buffer.from(JSON.stringify([...names].sort().map((name) => notice(name, nodeModules)))),
    ]),
  );
}

function packagesOfMap(map: Buffer): string[] {
  const { sources, sourcesContent } = sourceMap.parse(JSON.parse(map.toString()));
  return [
    ...sources.flatMap((source) => {
      const [, inPackages] = source.split('/node_modules/');
      return inPackages === undefined ? [] : namesIn(inPackages);
    }),
    ...sourcesContent.flatMap(packagesOfNoble),
  ];
}

/** `@vant/weapp/overlay/index.js` -> `@vant/weapp` */
function namesIn(path: string): string[] {
  return /^(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? [];
}

function notice(name: string, nodeModules: string) {
  const folder = join(nodeModules, name);
  const { version, license } = manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const file = existsSync(folder)
    ? readdirSync(folder).find((each) => /^licen[cs]e(?:\.\w+)?$/i.test(each))
    : undefined;
  if (file === undefined)
    throw new Error(`${name} ships, and its package has no licence text to ship with it`);
  const text = readFileSync(join(folder, file), 'utf8').replace(/\s+/g, ' ').trim();
  return { name, version, license, text };
}
