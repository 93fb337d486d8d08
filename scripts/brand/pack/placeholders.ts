import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { placesToWrite } from './draft';
import type { Brand } from './pack';
import { stripMetadata } from './png';

/**
 * What stands in a new brand until there is the real thing: good for the sandbox, and known again.
 */

export const placeholders = {
  appId: 'wx0000000000000000',
  mobileAppId: 'wx1111111111111111',
  app: '0'.repeat(24),
} as const;

/**
 * What is still to be filled in before anybody can log in for real: fields of brand.json and files.
 */
export function unfinished({ folder, pack, texts }: Brand): readonly string[] {
  const drafts = [...texts].flatMap(([name, text]) =>
    pack.languages
      .filter((lang) => placesToWrite(text[lang] ?? '') > 0)
      .map((lang) => `agreements/${name}.${lang}.txt`),
  );
  return [
    ...(pack.miniProgram.appId === placeholders.appId ? ['miniProgram.appId'] : []),
    ...pack.apps.flatMap(({ mobileAppId, app }, index) => [
      ...(mobileAppId === placeholders.mobileAppId ? [`apps.${index}.mobileAppId`] : []),
      ...(app === placeholders.app ? [`apps.${index}.app`] : []),
    ]),
    ...(isPlainLogo(readFileSync(join(folder, pack.logo))) ? [pack.logo] : []),
    ...drafts,
  ];
}

type Rgb = readonly [red: number, green: number, blue: number];

/** A disc on the brand's colour, `#rrggbb`. */
export function plainLogo(colour: string): Buffer {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return drawDisc([channel(1), channel(3), channel(5)]);
}

function isPlainLogo(bytes: Buffer): boolean {
  const [red = 0, green = 0, blue = 0] = PNG.sync.read(stripMetadata(bytes)).data;
  return drawDisc([red, green, blue]).equals(bytes);
}

function drawDisc(background: Rgb): Buffer {
  const size = 192;
  const png = new PNG({ width: size, height: size });
  for (let index = 0; index < size * size; index += 1) {
    const distance = Math.hypot(
      (index % size) - size / 2 + 0.5,
      Math.floor(index / size) - size / 2 + 0.5,
    );
    // One pixel of blending, so that the edge is smooth.
    const white = Math.min(1, Math.max(0, size * 0.28 - distance));
    png.data.set(
      [...background.map((channel) => Math.round(channel + (255 - channel) * white)), 255],
      index * 4,
    );
  }
  return PNG.sync.write(png, { colorType: 2 });
}
