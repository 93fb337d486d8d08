import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { notes } from '../../messages/pack';
import { listed, say } from '../../messages/say';
import { mixedWords } from './characters';
import { adviseLook } from './look';
import type { Brand } from './pack';
import { isAnimated, metadataOf, stripMetadata } from './png';
import { noteRenamed } from './renamed';
import type { BrandPack } from './schema';
import { noteWords } from './texts';

/** Allowed, and worth a look. One line each, field first. */
export function notesOn({ folder, pack, renamed }: Brand): readonly string[] {
  return [
    ...noteSample(pack),
    ...noteLookalikes(pack),
    ...noteAgreements(pack),
    ...noteLogo(readFileSync(join(folder, pack.logo)), pack.logo),
    ...adviseLook(pack.look),
    ...noteRenamed(renamed),
    ...noteWords(pack),
  ];
}

function noteSample({ sample }: BrandPack): string[] {
  return sample === true ? [`sample: ${say(notes.sample())}`] : [];
}

/** As in a copy from somewhere: it looks right, and a search or a screen reader finds another name. */
function noteLookalikes({ appName, operator, apps }: BrandPack): string[] {
  const named = [
    ...Object.entries({ appName, operator }),
    ...apps.map(({ name }, index) => [`apps.${index}.name`, name ?? {}] as const),
  ];
  return named.flatMap(([field, texts]) =>
    Object.entries(texts).flatMap(([lang, text]) =>
      mixedWords(text).map((word) => `${field}.${lang}: ${say(notes.lookalike(word))}`),
    ),
  );
}

const privacy = /privacy|隐私|隱私|プライバシー|個人情報|个人信息/i;

function noteAgreements({ agreements, languages }: BrandPack): string[] {
  if (agreements.from !== 'brand') return [];
  const { items } = agreements;
  const named = items.some(
    ({ id, title }) => privacy.test(id) || Object.values(title).some((text) => privacy.test(text)),
  );
  const missing = named ? [] : [`agreements.items: ${say(notes.noPrivacy())}`];
  const same = languages.flatMap((lang) =>
    items.flatMap(({ title }, index) => {
      const first = items.findIndex((other) => other.title[lang] === title[lang]);
      return first === index
        ? []
        : [
            `agreements.items.${index}.title.${lang}: ${say(notes.sameTitle(`agreements.items.${first}`))}`,
          ];
    }),
  );
  return [...missing, ...same];
}

function noteLogo(bytes: Buffer, logo: string): string[] {
  const metadata = metadataOf(bytes);
  return [
    ...(metadata.length === 0 ? [] : [`logo: ${say(notes.metadata(logo, listed(metadata)))}`]),
    ...(isAnimated(bytes) ? [`logo: ${say(notes.animated(logo))}`] : []),
    ...(isTransparent(bytes) ? [`logo: ${say(notes.transparent(logo))}`] : []),
  ];
}

function isTransparent(bytes: Buffer): boolean {
  const { data } = PNG.sync.read(stripMetadata(bytes));
  return data.some((value, index) => index % 4 === 3 && value < 255);
}
