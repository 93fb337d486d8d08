import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { looks } from './looks';
import { scenes, viewOf } from './scenes';
import { halve } from './sheet';
import type { Studios } from './studio';

/** The dozen whose pictures are kept: each kind of screen, both themes, each size, both scripts. */
export const chosen: readonly (readonly [scene: string, lang: 'zh-CN' | 'en', look: string])[] = [
  ['login', 'zh-CN', '375-light'],
  ['login', 'en', '375-dark'],
  ['login', 'zh-CN', '320-light'],
  ['login', 'zh-CN', 'largest-light'],
  ['login-agreed', 'zh-CN', '430-dark'],
  ['login-sheet', 'zh-CN', '375-light'],
  ['login-denied', 'zh-CN', '375-dark'],
  ['working-sealing', 'zh-CN', '375-light'],
  ['returning-by-hand', 'zh-CN', '375-dark'],
  ['failure-server', 'zh-CN', '375-light'],
  ['failure-server', 'en', '430-light'],
  ['about', 'zh-CN', '375-dark'],
];

const folder = resolve(import.meta.dirname, '../../test/screens/baselines');

/**
 * Share of pixels that may differ at half size. Fonts differ from machine to machine; what moved,
 * vanished or changed its colour differs by more.
 */
const tolerance = 0.03;

export interface Comparison {
  readonly name: string;
  /** 0 to 1; null: there is no baseline, or the size has changed. */
  readonly difference: number | null;
  readonly ok: boolean;
}

/**
 * Compares the chosen dozen with what is kept. `update` keeps what is there now; `out` gets new,
 * old and difference of what failed.
 */
export async function compareBaselines(
  studios: Studios,
  { update = false, out }: { readonly update?: boolean; readonly out?: string } = {},
): Promise<Comparison[]> {
  const results: Comparison[] = [];
  for (const [key, names] of groupByPhone()) {
    const [lookName, lang] = key;
    const look = looks.find(({ name }) => name === lookName);
    if (!look) throw new Error(`no look ${lookName}`);
    const studio = await studios.open(look, lang);
    for (const name of names) {
      const scene = scenes.find((one) => one.name === name);
      if (!scene) throw new Error(`no scene ${name}`);
      await studio.show(viewOf(scene, lang));
      const now = halve(PNG.sync.read(await studio.phone.screenshot({ of: 'page' })));
      results.push(compare(`${name}.${lang}.${lookName}`, now, update, out));
    }
    await studio.close();
  }
  return results;
}

/** One phone shows all that are chosen in its look and language. */
function groupByPhone(): [
  phone: readonly [look: string, lang: 'zh-CN' | 'en'],
  scenes: string[],
][] {
  const phones = new Map(
    chosen.map(([, lang, look]) => [`${look} ${lang}`, [look, lang] as const]),
  );
  return [...phones.values()].map((phone) => {
    const [look, lang] = phone;
    return [
      phone,
      chosen.filter((one) => one[1] === lang && one[2] === look).map(([scene]) => scene),
    ];
  });
}

function compare(name: string, now: PNG, update: boolean, out: string | undefined): Comparison {
  const file = join(folder, `${name}.png`);
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, PNG.sync.write(now, { colorType: 2 }));
    return { name, difference: 0, ok: true };
  }
  if (!existsSync(file)) return { name, difference: null, ok: false };
  const kept = PNG.sync.read(readFileSync(file));
  if (kept.width !== now.width || kept.height !== now.height)
    return { name, difference: null, ok: false };
  const marked = new PNG({ width: now.width, height: now.height });
  const pixels = pixelmatch(kept.data, now.data, marked.data, now.width, now.height, {
    threshold: 0.2,
  });
  const difference = pixels / (now.width * now.height);
  const ok = difference <= tolerance;
  if (!ok && out !== undefined) {
    mkdirSync(out, { recursive: true });
    for (const [kind, picture] of Object.entries({ now, kept, marked }))
      writeFileSync(join(out, `${name}.${kind}.png`), PNG.sync.write(picture));
  }
  return { name, difference, ok };
}
