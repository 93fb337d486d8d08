import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Picture } from './capture';
import { scenes } from './scenes';
import { halve, sheetOf } from './sheet';

/** `index.html`: one row a scene, one column a look and language. Opens from disk. */
export function writeHtml(folder: string, pictures: readonly Picture[]): string {
  const rows = groupByScene(pictures).map(([scene, row]) => {
    const title = scenes.find(({ name }) => name === scene)?.title ?? 'An agreement';
    const cells = row.map(
      ({ file, look, lang }) =>
        `<figure><img loading="lazy" src="${file}" alt=""><figcaption>${look} ${lang}</figcaption></figure>`,
    );
    return `<section><h2>${title} <code>${scene}</code></h2><div>${cells.join('')}</div></section>`;
  });
  const file = join(folder, 'index.html');
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('\n')}\n`,
  );
  return file;
}

const style = `
body { margin: 24px; background: #8b8f94; font: 14px system-ui, sans-serif; color: #fff }
h2 { font-size: 16px } code { opacity: .7 }
section > div { display: flex; gap: 12px; overflow-x: auto; padding-bottom: 12px; align-items: flex-start }
figure { margin: 0; flex: none } img { display: block; width: 220px; border-radius: 12px } figcaption { padding: 4px 0; text-align: center }`;

/**
 * A PNG at half size for each language: a row a scene, so that everything can be looked at in one
 * go.
 */
export function writePngs(folder: string, pictures: readonly Picture[]): string[] {
  const langs = [...new Set(pictures.map(({ lang }) => lang))];
  return langs.map((one) =>
    writePng(
      folder,
      `contact-sheet.${one}.png`,
      pictures.filter(({ lang }) => lang === one),
    ),
  );
}

function writePng(folder: string, name: string, pictures: readonly Picture[]): string {
  const rows = groupByScene(pictures).map(([, row]) =>
    row.map(({ file }) => halve(PNG.sync.read(readFileSync(join(folder, file))))),
  );
  const file = join(folder, name);
  writeFileSync(file, PNG.sync.write(sheetOf(rows)));
  return file;
}

function groupByScene(pictures: readonly Picture[]): [scene: string, row: Picture[]][] {
  const groups = new Map<string, Picture[]>();
  for (const picture of pictures)
    groups.set(picture.scene, [...(groups.get(picture.scene) ?? []), picture]);
  return [...groups];
}
