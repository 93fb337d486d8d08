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
  connection: 'to-be-filled-in',
} as const;

/** A name that nobody gave: in the brackets of what is still to be written, known by everybody. */
export function inventedName(name: string): string {
  return `【${name}】`;
}

function isInvented(texts: Readonly<Record<string, string>>): boolean {
  return Object.values(texts).some((text) => /^【.*】$/.test(text));
}

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
    ...(isInvented(pack.appName) ? ['appName'] : []),
    ...(isInvented(pack.operator) ? ['operator'] : []),
    ...(pack.miniProgram.appId === placeholders.appId ? ['miniProgram.appId'] : []),
    ...pack.apps.flatMap(({ mobileAppId, app, connection }, index) => [
      ...(mobileAppId === placeholders.mobileAppId ? [`apps.${index}.mobileAppId`] : []),
      ...(app === placeholders.app ? [`apps.${index}.app`] : []),
      ...(connection === placeholders.connection ? [`apps.${index}.connection`] : []),
    ]),
    ...(isPlainLogo(readFileSync(join(folder, pack.logo))) ? [pack.logo] : []),
    ...drafts,
  ];
}

type Rgb = readonly [red: number, green: number, blue: number];

const size = 192;

/** A disc on the brand's colour, `#rrggbb`. */
export function plainLogo(colour: string): Buffer {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const png = new PNG({ width: size, height: size });
  png.data = drawDisc([channel(1), channel(3), channel(5)]);
  // One kind of line for all: to try each on each line takes ten times as long as drawing.
  const sub = 1;
  return PNG.sync.write(png, {
    ...{ colorType: 2, inputColorType: 2, inputHasAlpha: false },
    ...{ bitDepth: 8, filterType: sub },
  });
}

/** By what it shows: an older version may have written the same picture as other bytes. */
function isPlainLogo(bytes: Buffer): boolean {
  const { width, height, data } = PNG.sync.read(stripMetadata(bytes));
  if (width !== size || height !== size) return false;
  const drawn = drawDisc([data[0] ?? 0, data[1] ?? 0, data[2] ?? 0]);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    if (data[pixel * 4 + 3] !== 255) return false;
    for (let channel = 0; channel < 3; channel += 1)
      if (data[pixel * 4 + channel] !== drawn[pixel * 3 + channel]) return false;
  }
  return true;
}

/** Red, green and blue of each pixel. */
function drawDisc(background: Rgb): Buffer {
  const pixels = Buffer.alloc(size * size * 3);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const [x, y] = [pixel % size, Math.floor(pixel / size)];
    const distance = Math.sqrt((x - size / 2 + 0.5) ** 2 + (y - size / 2 + 0.5) ** 2);
    // One pixel of blending, so that the edge is smooth.
    const white = Math.min(1, Math.max(0, size * 0.28 - distance));
    for (let channel = 0; channel < 3; channel += 1) {
      const value = background[channel] ?? 0;
      pixels[pixel * 3 + channel] = Math.round(value + (255 - value) * white);
    }
  }
  return pixels;
}
