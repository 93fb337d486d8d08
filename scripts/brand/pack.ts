import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { words as allWords, type WordKey, wordIn } from '../../miniprogram/login/words/index';
import { checkLook } from './look';
import { type BrandPack, brandSchema } from './schema';

export type Lang = 'zh-CN' | 'zh-TW' | 'en' | 'ja';
export const langs: readonly Lang[] = ['zh-CN', 'zh-TW', 'en', 'ja'];

/** What is wrong with a brand pack: file, field and reason, one line each. */
export class BrandError extends Error {
  override readonly name = 'BrandError';
  constructor(
    readonly problems: readonly string[],
    options?: ErrorOptions,
  ) {
    super(problems.join('\n'), options);
  }
}

export interface Brand {
  readonly name: string;
  readonly folder: string;
  readonly pack: BrandPack;
  /** Texts of agreements that are not web pages, by `textFile`. */
  readonly texts: ReadonlyMap<string, Readonly<Record<Lang, string>>>;
}

/** Bytes; every byte of the logo is downloaded before the first screen. */
const logoLimit = 40 * 1024;

/** Reads and checks `brands/<name>`. Throws `BrandError` with everything that is wrong, not only the first thing. */
export function readBrand(root: string, name: string): Brand {
  const folder = join(root, 'brands', name);
  const file = join(folder, 'brand.json');
  if (!existsSync(file))
    throw new BrandError([`brands/${name}/brand.json: not found. Brands here: ${listBrands(root).join(', ') || 'none'}`]);
  const parsed = brandSchema.safeParse(readJson(file, `brands/${name}/brand.json`));
  const place = `brands/${name}/brand.json`;
  if (!parsed.success) {
    throw new BrandError(
      parsed.error.issues.map((issue) => `${place}: ${issue.path.join('.') || '(whole file)'}: ${issue.message}`),
    );
  }
  const pack = parsed.data;
  const texts = new Map<string, Record<Lang, string>>();
  const problems = [
    ...checkLook(pack.look).map(({ field, reason }) => `${place}: ${field}: ${reason}`),
    ...checkLogo(folder, pack.logo).map((reason) => `${place}: logo: ${reason}`),
    ...checkWords(pack.words).map((reason) => `${place}: words.${reason}`),
    ...readTexts(folder, pack, texts).map((reason) => `${place}: ${reason}`),
  ];
  if (problems.length > 0) throw new BrandError(problems);
  return { name, folder, pack, texts };
}

export function listBrands(root: string): string[] {
  const folder = join(root, 'brands');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'brand.json')));
}

function readJson(file: string, place: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new BrandError([`${place}: is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`], { cause });
  }
}

function checkLogo(folder: string, logo: string): string[] {
  const file = join(folder, logo);
  if (!existsSync(file)) return [`${logo} is not in the brand folder; add a square PNG of at least 144 x 144 px`];
  const bytes = statSync(file).size;
  const problems: string[] = [];
  if (bytes > logoLimit) problems.push(`${logo} has ${bytes} bytes, at most ${logoLimit} are allowed; 192 x 192 px are enough`);
  try {
    const { width, height } = PNG.sync.read(readFileSync(file));
    if (width !== height) problems.push(`${logo} is ${width} x ${height} px; it must be square`);
    if (width < 144) problems.push(`${logo} is ${width} px wide; at least 144 px are needed to be sharp`);
  } catch {
    problems.push(`${logo} cannot be read as a PNG picture`);
  }
  return problems;
}

function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(allWords, key);
}

/** An override may change what is said, not what is named: the same `{placeholders}`. */
function checkWords(words: BrandPack['words']): string[] {
  return langs.flatMap((lang) =>
    Object.entries(words[lang] ?? {}).flatMap(([key, text]) => {
      if (!isWordKey(key)) return [`${lang}.${key}: no such text; the keys are in miniprogram/login/words/`];
      const known = placeholders(wordIn(lang, key));
      const strange = placeholders(text).filter((name) => !known.includes(name));
      return strange.map(
        (name) => `${lang}.${key}: {${name}} is not known here; known are ${known.map((one) => `{${one}}`).join(', ') || 'none'}`,
      );
    }),
  );
}

export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

function readTexts(folder: string, pack: BrandPack, texts: Map<string, Record<Lang, string>>): string[] {
  if (pack.agreements.from !== 'brand') return [];
  return pack.agreements.items.flatMap(({ content }, index) => {
    if (!('textFile' in content)) return [];
    const problems: string[] = [];
    const read = (lang: Lang): string => {
      const path = join('agreements', `${content.textFile}.${lang}.txt`);
      const text = existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8').trim() : '';
      if (text === '') problems.push(`agreements.items.${index}.content.textFile: ${path} is missing or empty`);
      return text;
    };
    texts.set(content.textFile, { 'zh-CN': read('zh-CN'), 'zh-TW': read('zh-TW'), en: read('en'), ja: read('ja') });
    return problems;
  });
}
