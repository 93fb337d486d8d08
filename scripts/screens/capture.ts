import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { brand } from '../../miniprogram/brand';
import type { BrandedProject } from '../brand/compose';
import { type Look, looks } from './looks';
import { scenes, viewOf, viewsOf } from './scenes';
import { openStudios, type Studio, type Studios } from './studio';

const drawn = ['zh-CN', 'en'] as const;

export interface Picture {
  readonly scene: string;
  readonly look: string;
  readonly lang: (typeof drawn)[number];
  /** Relative to the folder. */
  readonly file: string;
}

/** Every scene in every look and language, as PNG files in `folder`. */
export async function captureAll(
  studios: Studios,
  folder: string,
  progress: (done: string) => void,
): Promise<Picture[]> {
  mkdirSync(folder, { recursive: true });
  const pictures: Picture[] = [];
  for (const look of looks) {
    for (const lang of drawn.filter((one) => brand.languages.includes(one))) {
      const studio = await studios.open(look, lang);
      pictures.push(...(await captureLook(studio, look, lang, folder)));
      await studio.close();
      progress(`${look.name} ${lang}`);
    }
  }
  return pictures;
}

async function captureLook(
  studio: Studio,
  look: Look,
  lang: Picture['lang'],
  folder: string,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const take = async (scene: string) => {
    const file = `${scene}.${lang}.${look.name}.png`;
    await studio.phone.screenshot({ path: join(folder, file) });
    pictures.push({ scene, look: look.name, lang, file });
  };
  for (const scene of scenes) {
    await studio.show(viewOf(scene, lang));
    await take(scene.name);
  }
  await studio.showAgreement('privacy');
  await take('agreement');
  return pictures;
}

/**
 * Another brand than the applied one, in light and dark: that a look is the brand's and not the
 * program's shows only beside it.
 */
export async function captureOther(
  { folder: project, brand: other }: BrandedProject,
  name: string,
  folder: string,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const [lang] = drawn.filter((one) => other.languages.includes(one));
  if (lang === undefined) return pictures;
  const studios = await openStudios({ program: { folder: project, brand: other } });
  try {
    for (const look of looks.filter(({ name: size }) => size.startsWith('375-'))) {
      const studio = await studios.open(look, lang);
      for (const { name: scene, view } of viewsOf(other, lang)) {
        await studio.show(view);
        const file = `${scene}.${lang}.${name}-${look.name}.png`;
        await studio.phone.screenshot({ path: join(folder, file) });
        pictures.push({ scene, look: `${name} ${look.name}`, lang, file });
      }
      await studio.close();
    }
    return pictures;
  } finally {
    await studios.close();
  }
}
