import type { Lang } from '../../miniprogram/login/lang';
import type { Look } from '../../scripts/screens/looks';
import type { ScreenRenderer, ScreenRenderers } from '../../scripts/screens/renderer';
import { fullest, scenes, viewOf } from '../../scripts/screens/scenes';

/** What is wrong with the screen in front, a line each. */
export type ScreenCheck = (renderer: ScreenRenderer) => Promise<readonly string[]>;

/**
 * Shows every scene in every look and collects what the checks find. One launch shows all looks of
 * a text size: the theme and the size of the screen reach a program that runs, as on a phone; the
 * text size is read when it is launched.
 */
export async function everyScene(
  renderers: ScreenRenderers,
  looks: readonly Look[],
  lang: Lang,
  checks: readonly ScreenCheck[],
): Promise<string[]> {
  const textSizes = new Set(looks.map(({ device }) => device.fontSizeScaleFactor));
  const found: string[] = [];
  for (const size of textSizes) {
    const same = looks.filter(({ device }) => device.fontSizeScaleFactor === size);
    found.push(...(await ofOneLaunch(renderers, same, lang, checks)));
  }
  return found;
}

async function ofOneLaunch(
  renderers: ScreenRenderers,
  looks: readonly Look[],
  lang: Lang,
  checks: readonly ScreenCheck[],
): Promise<string[]> {
  const [first] = looks;
  if (!first) return [];
  const renderer = await renderers.open(first, lang);
  const found: string[] = [];
  const check = async (look: Look, scene: string) => {
    for (const one of checks)
      found.push(...(await one(renderer)).map((problem) => `${look.name}, ${scene}: ${problem}`));
  };
  for (const look of looks) {
    await renderer.phone.device.set(look.device);
    for (const scene of [...scenes, fullest]) {
      await renderer.show(viewOf(scene, lang));
      await check(look, scene.name);
    }
  }
  await renderer.showAgreement('privacy');
  for (const look of looks) {
    await renderer.phone.device.set(look.device);
    await check(look, 'agreement');
  }
  await renderer.close();
  return found;
}
