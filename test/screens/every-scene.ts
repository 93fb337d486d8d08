import type { Lang } from '../../miniprogram/login/lang';
import type { Look } from '../../scripts/screens/looks';
import type { ScreenRenderer, ScreenRenderers } from '../../scripts/screens/renderer';
import { fullest, scenes, viewOf } from '../../scripts/screens/scenes';
import { loadAxe } from './measure';

/** What is wrong with the screen in front, a line each. */
export type ScreenCheck = (renderer: ScreenRenderer) => Promise<readonly string[]>;

/** Shows every scene on one phone and collects what the checks find, by scene. */
export async function everyScene(
  renderers: ScreenRenderers,
  where: Look,
  lang: Lang,
  checks: readonly ScreenCheck[],
): Promise<string[]> {
  const renderer = await renderers.open(where, lang);
  const found: string[] = [];
  const check = async (name: string) => {
    for (const one of checks)
      found.push(...(await one(renderer)).map((problem) => `${name}: ${problem}`));
  };
  await loadAxe(renderer.phone);
  for (const scene of [...scenes, fullest]) {
    await renderer.show(viewOf(scene, lang));
    await check(scene.name);
  }
  await renderer.showAgreement('privacy');
  await check('agreement');
  await renderer.close();
  return found;
}
