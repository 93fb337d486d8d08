import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Brand } from '../../miniprogram/login/brand';
import type { Lang } from '../../miniprogram/login/lang';
import type { BrandedProject } from '../brand/compose';
import { type Look, looks } from './looks';
import { openRenderers, type ScreenRenderer, type ScreenRenderers } from './renderer';
import { fullest, viewOf, viewsOf } from './scenes';

export interface Picture {
  readonly scene: string;
  readonly look: string;
  readonly lang: Lang;
  /** Relative to the folder. */
  readonly file: string;
}

/** What is drawn: every look and language of the brand, or some. */
export interface Choice {
  readonly folder: string;
  readonly brand: Brand;
  /** Stands before the look in each file's name; empty for the applied brand. */
  readonly brandName: string;
  readonly looks: readonly Look[];
  readonly langs: readonly Lang[];
  readonly progress: (done: string) => void;
}

/** Every scene in the chosen looks and languages, as PNG files. */
export async function captureAll(renderers: ScreenRenderers, choice: Choice): Promise<Picture[]> {
  mkdirSync(choice.folder, { recursive: true });
  const pictures: Picture[] = [];
  for (const look of choice.looks) {
    for (const lang of choice.langs.filter((one) => choice.brand.languages.includes(one))) {
      const renderer = await renderers.open(look, lang);
      pictures.push(...(await captureLook(renderer, look, lang, choice)));
      await renderer.close();
      choice.progress([choice.brandName, look.name, lang].join(' ').trim());
    }
  }
  return pictures;
}

async function captureLook(
  renderer: ScreenRenderer,
  look: Look,
  lang: Lang,
  { folder, brand, brandName }: Choice,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const name = [brandName, look.name].filter((part) => part !== '').join('-');
  const take = async (scene: string) => {
    const file = `${scene}.${lang}.${name}.png`;
    await renderer.phone.screenshot({ path: join(folder, file) });
    pictures.push({ scene, look: name, lang, file });
  };
  for (const { name: scene, view } of viewsOf(brand, lang)) {
    await renderer.show(view);
    await take(scene);
  }
  if (brandName === '') {
    await renderer.show(viewOf(fullest, lang));
    await take(fullest.name);
  }
  const [first] = brand.agreements.from === 'brand' ? brand.agreements.items : [];
  // A page of the tenant's own is not ours to draw.
  if (first !== undefined && 'content' in first && !('url' in first.content)) {
    await renderer.showAgreement(first.id);
    await take('agreement');
  }
  return pictures;
}

/**
 * Another brand than the applied one: that a look is the brand's and not the program's shows only
 * next to it.
 */
export async function captureOther(
  { folder: project, brand }: BrandedProject,
  brandName: string,
  choice: Omit<Choice, 'brand' | 'brandName' | 'looks'>,
): Promise<Picture[]> {
  const renderers = await openRenderers({ program: { folder: project, brand } });
  const some = looks.filter(({ name }) => /^(?:320-light|375-|tablet-light)/.test(name));
  try {
    return await captureAll(renderers, { ...choice, brand, brandName, looks: some });
  } finally {
    await renderers.close();
  }
}
