import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { brand as applied } from '../../miniprogram/brand';
import type { Brand } from '../../miniprogram/login/brand';
import type { Lang } from '../../miniprogram/login/lang';
import { type LookName, lookAt } from './looks';
import type { ScreenRenderers } from './renderer';
import { fullest, viewOf, viewsOf } from './scenes';
import { halve } from './sheet';

export interface Chosen {
  readonly scene: string;
  readonly lang: Lang;
  readonly look: LookName;
}

const of = (lang: Lang, look: LookName, ...names: readonly string[]): Chosen[] =>
  names.map((scene) => ({ scene, lang, look }));

/** Whose pictures are kept: each kind of screen, both themes, every size, every language. */
export const chosen: readonly Chosen[] = [
  ...of('zh-CN', '375-light', 'login', 'login-sheet', 'working-sealing', 'failure-server'),
  ...of('zh-CN', '375-dark', 'login-denied', 'returning-manual', 'about'),
  ...of('en', '375-dark', 'login'),
  ...of('zh-CN', '320-light', 'login'),
  ...of('ja', '320-light', 'login-fullest', 'failure-setting'),
  ...of('zh-TW', '667-light', 'login-scopes'),
  ...of('zh-CN', '430-dark', 'login-agreed'),
  ...of('en', '430-light', 'failure-server'),
  ...of('zh-CN', 'largest-light', 'login', 'login-sheet'),
  ...of('ja', 'largest-dark', 'failure-network'),
  ...of('en', 'tightest-light', 'login-fullest'),
  ...of('zh-CN', 'tablet-light', 'login-sheet'),
  ...of('zh-TW', 'tablet-dark', 'login'),
];

/** Of the other brands, each with its own program. */
export const chosenOfOthers: Readonly<Record<string, readonly Chosen[]>> = {
  teahouse: of('zh-CN', '375-light', 'login'),
  // With a head: a picture, and a colour where it is dark.
  lumen: [
    ...of('en', '375-dark', 'login-optional'),
    ...of('zh-CN', '375-light', 'login'),
    ...of('en', '667-light', 'login'),
  ],
  light: of('en', '375-light', 'login-sheet'),
};

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

interface CompareOptions {
  /** Keeps what is there now. */
  readonly update?: boolean;
  /** The folder that gets new, old and difference of what failed. */
  readonly out?: string;
  /** Which of the pictures; default: all. */
  readonly only?: (picture: Chosen) => boolean;
}

/** Compares the chosen dozen with what is kept. */
export async function compareBaselines(
  renderers: ScreenRenderers,
  options: CompareOptions = {},
): Promise<Comparison[]> {
  return await compareChosen(renderers, chosen, { ...options, brand: applied, prefix: '' });
}

/** The same for one of the other brands, whose program the renderers have. */
export async function compareOther(
  renderers: ScreenRenderers,
  name: string,
  options: CompareOptions & { readonly brand: Brand },
): Promise<Comparison[]> {
  return await compareChosen(renderers, chosenOfOthers[name] ?? [], {
    ...options,
    prefix: `${name}.`,
  });
}

async function compareChosen(
  renderers: ScreenRenderers,
  pictures: readonly Chosen[],
  {
    update = false,
    out,
    only = () => true,
    brand,
    prefix,
  }: CompareOptions & { readonly brand: Brand; readonly prefix: string },
): Promise<Comparison[]> {
  const results: Comparison[] = [];
  const wanted = pictures.filter(only);
  // One launch shows all that are chosen in its language and text size: the theme and the size of
  // the screen reach a program that runs, as on a phone.
  const launchOf = ({ look, lang }: Chosen) => `${lang} ${lookAt(look).device.fontSizeScaleFactor}`;
  for (const launch of new Set(wanted.map(launchOf))) {
    const shown = wanted.filter((picture) => launchOf(picture) === launch);
    const [first] = shown;
    if (first === undefined) continue;
    const { lang } = first;
    const views = [...viewsOf(brand, lang), { name: fullest.name, view: viewOf(fullest, lang) }];
    const renderer = await renderers.open(lookAt(first.look), lang);
    for (const { scene, look } of shown) {
      const found = views.find(({ name }) => name === scene);
      if (!found) throw new Error(`no scene ${scene}`);
      await renderer.phone.device.set(lookAt(look).device);
      await renderer.show(found.view);
      const now = halve(PNG.sync.read(await renderer.phone.screenshot({ of: 'page' })));
      results.push(compare(`${prefix}${scene}.${lang}.${look}`, now, update, out));
    }
    await renderer.close();
  }
  return results;
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
