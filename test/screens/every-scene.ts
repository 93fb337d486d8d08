import type { Lang } from '../../miniprogram/login/lang';
import type { Look } from '../../scripts/screens/looks';
import { fullest, scenes, viewOf } from '../../scripts/screens/scenes';
import type { Studio, Studios } from '../../scripts/screens/studio';
import { loadAxe } from './measure';

/** What is wrong with the screen in front, a line each. */
export type Check = (studio: Studio) => Promise<readonly string[]>;

/** Shows every scene on one phone and collects what the checks find, by scene. */
export async function everyScene(
  studios: Studios,
  where: Look,
  lang: Lang,
  checks: readonly Check[],
): Promise<string[]> {
  const studio = await studios.open(where, lang);
  const found: string[] = [];
  const check = async (name: string) => {
    for (const one of checks)
      found.push(...(await one(studio)).map((problem) => `${name}: ${problem}`));
  };
  await loadAxe(studio.phone);
  for (const scene of [...scenes, fullest]) {
    await studio.show(viewOf(scene, lang));
    await check(scene.name);
  }
  await studio.showAgreement('privacy');
  await check('agreement');
  await studio.close();
  return found;
}
