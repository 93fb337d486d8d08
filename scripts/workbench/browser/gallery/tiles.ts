import type { Brand } from '../../../../miniprogram/login/brand';
import type { Lang } from '../../../../miniprogram/login/lang';
import type { View } from '../../../../miniprogram/login/screen';
import { view } from '../../../../miniprogram/login/view';
import { type Look, looks } from '../../../screens/looks';
import { fullestOf, scenesOf } from '../../../screens/scene-list';
import type { GalleryChoice } from './choice';

/** One tile. */
export interface Tile {
  readonly key: string;
  readonly scene: string;
  readonly lang: Lang;
  readonly look: Look;
  readonly view: View;
}

/** The screens of a brand, by name, with what to look at. */
export function screensOf(brand: Brand) {
  return [...scenesOf(brand), fullestOf(brand)];
}

/** In the order in which they stand on the page. */
export function tilesOf(brand: Brand, choice: GalleryChoice, isWanted: (scene: string) => boolean) {
  const chosen = looks.filter(
    ({ name, theme }) =>
      choice.sizes.includes(name.replace(/-\w+$/, '')) && choice.themes.includes(theme),
  );
  return screensOf(brand)
    .filter(({ name }) => isWanted(name))
    .flatMap(({ name: scene, state }): Tile[] =>
      choice.langs.flatMap((lang) =>
        chosen.map((look) => ({
          key: [scene, lang, look.name].join(' '),
          ...{ scene, lang, look, view: view(state(lang)) },
        })),
      ),
    );
}
