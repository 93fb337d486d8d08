import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Brand } from '../../miniprogram/login/brand';
import { readTemplate, type Template } from '../../miniprogram/login/hosted/ext';
import { ext as messages } from '../messages/ext';
import { head, subpackages } from '../messages/look';
import { say } from '../messages/say';
import { listBrands } from './choice';
import type { BrandedProject } from './compose';
import { programBrand, projectSettings } from './generate';
import { styleSheetFields } from './pack/look-schema';
import { BrandError, type Brand as Pack, readBrand } from './pack/pack';
import type { BrandPack } from './pack/schema';

/** What `commit` of WeChat's third-party platform takes as `ext_json`, as an object. */
export interface ExtJson {
  readonly extAppid: string;
  readonly ext: Readonly<Record<string, unknown>>;
}

/**
 * A brand as `ext_json` for a template, read by the same code that will read it in the program.
 *
 * @returns `notes`: what of it the program would replace, and why.
 * @throws BrandError when the program would refuse it.
 */
export function extJsonOf(
  brand: Pack,
  template: Pack,
): { readonly json: ExtJson; readonly notes: readonly string[] } {
  const { pack } = brand;
  if (pack.directory !== undefined || pack.template !== undefined)
    throw new BrandError([say(messages.ofNoCompany(brand.name))]);
  refuseStyleSheet(pack.look);
  refuseOwnCode(pack);
  const json = { extAppid: pack.miniProgram.appId, ext: extOf(brand, template.pack) };
  return { json, notes: readExt(json.ext, template.pack).notes };
}

/** @throws BrandError for what only a style sheet of the brand's own can show. */
function refuseStyleSheet(look: unknown): void {
  const there = styleSheetFields.filter((field) => Object.hasOwn(Object(look), field));
  if (there.length > 0)
    throw new BrandError(there.map((field) => `look.${field}: ${say(head.inExt())}`));
}

/** @throws BrandError for what only a program of the brand's own can have. */
function refuseOwnCode(pack: BrandPack): void {
  const there = (['subpackages', 'events'] as const).filter((field) => pack[field] !== undefined);
  if (there.length > 0)
    throw new BrandError(there.map((field) => `${field}: ${say(subpackages.inExt())}`));
}

/** The same in the program's own words where nobody can be served. */
function readExt(ext: unknown, pack: BrandPack): Template {
  if (pack.template === undefined) throw new Error('it is no template');
  const read = readTemplate(ext, programBrand(pack), pack.template);
  if (read.directory !== undefined) throw new BrandError(read.notes);
  return read;
}

/** The pack that a brand is committed with: the one that is named, else the only one here. */
export function readTemplatePack(root: string, name?: string): Pack {
  const packs =
    name === undefined
      ? listBrands(root).map((one) => tryPack(root, one))
      : [readBrand(root, name)];
  const [first, ...others] = packs.filter((one) => one?.pack.template !== undefined);
  if (!first || others.length > 0) throw new BrandError([say(messages.whichTemplate())]);
  return first;
}

/** A pack that is broken is somebody else's trouble. */
function tryPack(root: string, name: string): Pack | null {
  try {
    return readBrand(root, name);
  } catch (error) {
    if (error instanceof BrandError) return null;
    throw error;
  }
}

function extOf({ pack, texts }: Pack, template: BrandPack): Readonly<Record<string, unknown>> {
  const { apps, texts: said, agreements, businessDomains } = programBrand(pack);
  const { logo: _, ...rest } = pack;
  const { appName, operator, contact, languages, unknownCaller, scopes, sealed } = rest;
  const { clipboard, phone, extraData, genauth, look, logoUrl } = rest;
  return {
    v: 1,
    ...{ appName, operator, contact, languages },
    ...(logoUrl === undefined ? {} : { logo: logoUrl }),
    look,
    apps: apps.map(({ own, ...entry }, index) => {
      const { logo: _, colours: __, agreements, ...others } = own ?? {};
      const look = pack.apps[index]?.own?.look;
      return {
        ...entry,
        ...others,
        ...(look && { look }),
        ...(agreements && { agreements: inFull(agreements, texts) }),
      };
    }),
    ...{ unknownCaller, scopes, sealed, clipboard, phone, extraData, genauth, businessDomains },
    agreements: inFull(agreements, texts),
    words: otherWords(said, programBrand(template).texts),
  };
}

/** The texts go along: a template's package holds none of them. */
function inFull(agreements: Brand['agreements'], texts: Pack['texts']) {
  if (agreements.from === 'genauth') return agreements;
  return {
    ...agreements,
    items: agreements.items.map((item) => {
      if (!('content' in item)) return item;
      const { content, ...rest } = item;
      return {
        ...rest,
        ...('packaged' in content ? { text: texts.get(content.packaged) ?? {} } : content),
      };
    }),
  };
}

/** What the brand says in another way than the template; where its lines may end, too. */
function otherWords(own: Brand['texts'], template: Brand['texts']) {
  return Object.fromEntries(
    Object.entries(own).map(([lang, said]) => {
      const theirs = new Map(Object.entries(Object(Reflect.get(template, lang))));
      return [
        lang,
        Object.fromEntries(Object.entries(said).filter(([key, text]) => theirs.get(key) !== text)),
      ];
    }),
  );
}

/** @throws BrandError when it is no such file. */
export function readExtFile(file: string): ExtJson {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BrandError([`${file}: ${why}`], { cause: error });
  }
  const [extAppid, ext]: unknown[] = [
    Reflect.get(Object(value), 'extAppid'),
    Reflect.get(Object(value), 'ext'),
  ];
  if (typeof extAppid !== 'string' || !/^wx[0-9a-f]{16}$/.test(extAppid))
    throw new BrandError([`${file}: ${say(messages.extAppid())}`]);
  return { extAppid, ext: Object(ext) };
}

/**
 * Puts ext.json into a copy of the template, as WeChat does with `ext_json` when it is committed.
 *
 * @throws BrandError, in the program's words, when nobody would be served.
 */
export function commitExt(
  project: BrandedProject,
  { pack }: Pack,
  { extAppid, ext }: ExtJson,
): BrandedProject & { readonly notes: readonly string[] } {
  refuseStyleSheet(Reflect.get(ext, 'look'));
  const { brand, notes } = readExt(ext, pack);
  const file = { extEnable: true, extAppid, ext };
  writeFileSync(join(project.folder, 'miniprogram/ext.json'), JSON.stringify(file));
  writeFileSync(
    join(project.folder, 'project.private.config.json'),
    JSON.stringify({ ...projectSettings(pack), appid: extAppid }),
  );
  return { ...project, brand, notes };
}
