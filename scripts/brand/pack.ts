import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../miniprogram/login/lang';
import { listBrands } from './choice';
import { checkAgreements, checkApps, checkLanguages } from './fit';
import { checkLogo } from './logo';
import { checkLook } from './look';
import { type BrandPack, brandSchema } from './schema';
import { checkWords } from './texts';

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
  readonly texts: ReadonlyMap<string, Readonly<Partial<Record<Lang, string>>>>;
}

/** Names a folder in `brands/`. */
const brandName = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** Reads and checks `brands/<name>`. Throws `BrandError` with everything that is wrong, not only the first thing. */
export function readBrand(root: string, name: string): Brand {
  if (!brandName.test(name)) throw new BrandError([`${name}: a brand's name is lower case letters, digits and "-", at most 32`]);
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
  const texts = new Map<string, Partial<Record<Lang, string>>>();
  const problems = [
    ...checkLanguages(pack),
    ...checkApps(pack),
    ...checkAgreements(pack),
    ...checkLook(pack.look).map(({ field, reason }) => `${field}: ${reason}`),
    ...checkLogo(folder, pack.logo).map((reason) => `logo: ${reason}`),
    ...checkWords(pack),
    ...readTexts(folder, pack, texts),
  ];
  if (problems.length > 0) throw new BrandError(problems.map((problem) => `${place}: ${problem}`));
  return { name, folder, pack, texts };
}

function readJson(file: string, place: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new BrandError([`${place}: is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`], { cause });
  }
}

function readTexts(
  folder: string,
  { agreements, languages }: BrandPack,
  texts: Map<string, Partial<Record<Lang, string>>>,
): string[] {
  if (agreements.from !== 'brand') return [];
  return agreements.items.flatMap(({ content }, index) => {
    if (!('textFile' in content)) return [];
    const { textFile } = content;
    return languages.flatMap((lang) => {
      const path = join('agreements', `${textFile}.${lang}.txt`);
      const text = existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8').trim() : '';
      texts.set(textFile, { ...texts.get(textFile), [lang]: text });
      return text === '' ? [`agreements.items.${index}.content.textFile: ${path} is missing or empty`] : [];
    });
  });
}
