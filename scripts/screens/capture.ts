import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { brand } from '../../miniprogram/brand';
import { type Look, looks } from './looks';
import { scenes, viewOf } from './scenes';
import type { Studio, Studios } from './studio';

const drawn = ['zh-CN', 'en'] as const;

export interface Picture {
  readonly scene: string;
  readonly look: string;
  readonly lang: (typeof drawn)[number];
  /** Relative to the folder. */
  readonly file: string;
}

/** Every scene in every look and language, as PNG files in `folder`. */
export async function captureAll(studios: Studios, folder: string, progress: (done: string) => void): Promise<Picture[]> {
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

async function captureLook(studio: Studio, look: Look, lang: Picture['lang'], folder: string): Promise<Picture[]> {
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
