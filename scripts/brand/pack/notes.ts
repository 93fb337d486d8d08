import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { notes } from '../../messages/pack';
import { listed, say, type Text } from '../../messages/say';
import { hasLetter, hiddenIn, mixedWords } from './characters';
import { htmlIn } from './html';
import { adviseLook } from './look';
import type { Brand } from './pack';
import { isAnimated, metadataOf, stripMetadata } from './png';
import { noteRenamed } from './renamed';
import type { BrandPack } from './schema';
import { noteWords } from './texts';

/** Allowed, and worth a look. One line each, field first. */
export function notesOn({ folder, pack, renamed, texts }: Brand): readonly string[] {
  return [
    ...noteSample(pack),
    ...noteNames(pack),
    ...noteAgreements(pack),
    ...noteTexts(texts),
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
function noteNames({ appName, operator, contact, apps, agreements, words }: BrandPack): string[] {
  const named = [
    ...Object.entries({ appName, operator, contact: contact ?? {} }),
    ...apps.map(({ name }, index) => [`apps.${index}.name`, name ?? {}] as const),
    ...(agreements.from === 'brand' ? agreements.items : []).map(
      ({ title }, index) => [`agreements.items.${index}.title`, title] as const,
    ),
    ...Object.entries(words).map(([lang, own]) => [`words.${lang}`, own] as const),
  ];
  return named.flatMap(([field, texts]) =>
    Object.entries(texts).flatMap(([lang, text = '']) =>
      [
        ...mixedWords(text).map((word) => notes.lookalike(word)),
        ...(hiddenIn(text).length === 0 ? [] : [notes.hidden(listed(hiddenIn(text)))]),
        ...(hasLetter(text) || field.startsWith('words') ? [] : [notes.signsOnly()]),
        ...htmlsIn(text),
        ...leftoversIn(text),
      ].map((note) => `${field}.${lang}: ${say(note)}`),
    ),
  );
}

function htmlsIn(text: string): Text[] {
  const found = htmlIn(text);
  return found === null ? [] : [notes.html(found)];
}

/** What templates and programs leave where a value is missing. */
const leftover =
  /\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}|<%.{0,40}%>|\[object Object\]|^(?:undefined|null|NaN|TODO)$|[Xx×]{2,}\s?(?:公司|有限公司|科技)|(?:某某|××|XX)(?:公司|App|APP)|\\u[0-9a-f]{4}|\\n/;

function leftoversIn(text: string): Text[] {
  const [found] = leftover.exec(text) ?? [];
  return found === undefined ? [] : [notes.leftover(found)];
}

const markdown = /^#{1,6} \S.*$|\*\*[^*\n]{1,40}\*\*|\[[^\]\n]{1,40}\]\(https?:[^)\n]+\)/m;

/** In the agreements that are texts. */
function noteTexts(texts: Brand['texts']): string[] {
  const all = [...texts].flatMap(([name, text]) =>
    Object.entries(text).map(([lang, words]) => ({
      file: `agreements/${name}.${lang}.txt`,
      words,
    })),
  );
  return all.flatMap(({ file, words }, index) => {
    const [marked] = markdown.exec(words) ?? [];
    const first = all.findIndex((one) => one.words === words);
    return [
      ...(hasLetter(words) ? [] : [notes.signsOnly()]),
      ...leftoversIn(words),
      ...(marked === undefined ? [] : [notes.markdown(marked.slice(0, 40))]),
      ...(first === index ? [] : [notes.sameText(all[first]?.file ?? '')]),
    ].map((note) => `${file}: ${say(note)}`);
  });
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
  return [...missing, ...same, ...noteSameFiles(items)];
}

type Agreements = Extract<BrandPack['agreements'], { from: 'brand' }>['items'];

function noteSameFiles(items: Agreements): string[] {
  const names = items.map(({ content }) => ('textFile' in content ? content.textFile : null));
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    return name === null || first === index
      ? []
      : [`agreements.items.${index}.content: ${say(notes.sameFile(`agreements.items.${first}`))}`];
  });
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
