import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { adviseLook } from './look';
import type { Brand } from './pack';
import { isAnimated, metadataOf, stripMetadata } from './png';
import type { BrandPack } from './schema';
import { noteWords } from './texts';

/** Allowed, and worth a look. One line each, field first. */
export function notesOn({ folder, pack }: Brand): readonly string[] {
  return [
    ...noteSample(pack),
    ...noteAgreements(pack),
    ...noteLogo(readFileSync(join(folder, pack.logo)), pack.logo),
    ...adviseLook(pack.look),
    ...noteWords(pack),
  ];
}

function noteSample({ sample }: BrandPack): string[] {
  return sample === true
    ? [
        'sample: is true, so that upload --all leaves this brand out; remove the line if the brand is yours',
      ]
    : [];
}

const privacy = /privacy|隐私|隱私|プライバシー|個人情報|个人信息/i;

function noteAgreements({ agreements, languages }: BrandPack): string[] {
  if (agreements.from !== 'brand') return [];
  const { items } = agreements;
  const named = items.some(
    ({ id, title }) => privacy.test(id) || Object.values(title).some((text) => privacy.test(text)),
  );
  const missing = named
    ? []
    : [
        'agreements.items: none of them is called a privacy policy (隐私政策); WeChat’s review asks for one',
      ];
  const same = languages.flatMap((lang) =>
    items.flatMap(({ title }, index) => {
      const first = items.findIndex((other) => other.title[lang] === title[lang]);
      return first === index
        ? []
        : [
            `agreements.items.${index}.title.${lang}: is the same as that of agreements.items.${first}; people can't tell them apart`,
          ];
    }),
  );
  return [...missing, ...same];
}

function noteLogo(bytes: Buffer, logo: string): string[] {
  const metadata = metadataOf(bytes);
  return [
    ...(metadata.length === 0
      ? []
      : [`logo: ${logo} has metadata (${metadata.join(', ')}); it is removed when it is packed`]),
    ...(isAnimated(bytes) ? [`logo: ${logo} is animated; only its first picture is packed`] : []),
    ...(isTransparent(bytes)
      ? [`logo: ${logo} is transparent in places; look at it in light and dark`]
      : []),
  ];
}

function isTransparent(bytes: Buffer): boolean {
  const { data } = PNG.sync.read(stripMetadata(bytes));
  return data.some((value, index) => index % 4 === 3 && value < 255);
}
