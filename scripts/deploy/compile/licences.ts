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
      Buffer.from(JSON.stringify(noticesOf([...names].sort(), nodeModules))),
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

/** Whose it is; not `COPYRIGHT HOLDERS BE LIABLE`, which another licence may break a line before. */
const COPYRIGHT = /^[ \t]*copyright (?:\(c\)|©|\d{4}).*$/gim;

/** A text that several packages have stands once: of MIT's, only the copyright lines differ. */
function noticesOf(names: readonly string[], nodeModules: string) {
  const packagesOf = new Map<string, object[]>();
  for (const name of names) {
    const { text, ...rest } = notice(name, nodeModules);
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), { name, ...rest }]);
  }
  return [...packagesOf].map(([text, packages]) => ({ packages, text }));
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
  const whole = readFileSync(join(folder, file), 'utf8');
  const copyright = (whole.match(COPYRIGHT) ?? []).map(inOneLine);
  return { version, license, copyright, text: inOneLine(whole.replace(COPYRIGHT, '')) };
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
