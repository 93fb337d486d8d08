import { type Brand, inLanguage } from '../../../../miniprogram/login/brand';
import type { Lang } from '../../../../miniprogram/login/lang';
import type { View } from '../../../../miniprogram/login/screen';
import { view } from '../../../../miniprogram/login/view';
import { type Look, looks } from '../../../screens/looks';
import { failureScenesOf, moreScenesOf } from '../../../screens/more-scenes';
import { fullestOf, scenesOf } from '../../../screens/scene-list';
import type { GalleryChoice } from './choice';

/** What a tile shows: the login page in one situation, or the page of one agreement. */
export type TileContent = { readonly view: View } | { readonly agreement: string };

/** One tile. */
export interface Tile {
  readonly key: string;
  readonly scene: string;
  readonly lang: Lang;
  readonly look: Look;
  readonly shown: TileContent;
}

export interface GalleryScreen {
  readonly name: string;
  /** In English; null: `titleIn` has it in each language of the brand. */
  readonly title: string | null;
  titleIn(lang: Lang): string;
  shownIn(lang: Lang): TileContent;
}

/** The screens of a brand: the page of the login in each situation, then the agreements' page. */
export function screensOf(brand: Brand): readonly GalleryScreen[] {
  const situations = [...scenesOf(brand), ...moreScenesOf(brand), fullestOf(brand)].map(
    ({ name, title, state }): GalleryScreen => ({
      name,
      title,
      titleIn: () => title,
      shownIn: (lang) => ({ view: view(state(lang)) }),
    }),
  );
  const failures = failureScenesOf(brand).map(({ name, state }): GalleryScreen => {
    const viewIn = (lang: Lang) => view(state(lang));
    return {
      name,
      title: null,
      titleIn(lang) {
        const shown = viewIn(lang);
        return shown.screen === 'failure' ? shown.heading : name;
      },
      shownIn: (lang) => ({ view: viewIn(lang) }),
    };
  });
  return [...situations, ...failures, ...agreementsOf(brand)];
}

/** Those with a text of the brand's: a page of the tenant's own is not the program's to draw. */
function agreementsOf({ agreements }: Brand): readonly GalleryScreen[] {
  if (agreements.from !== 'brand') return [];
  return agreements.items.flatMap((agreement) =>
    'title' in agreement && !('url' in agreement.content)
      ? {
          name: `agreement ${agreement.id}`,
          title: null,
          titleIn: (lang) => inLanguage(agreement.title, lang),
          shownIn: () => ({ agreement: agreement.id }),
        }
      : [],
  );
}

/** In the order in which they stand on the page. */
export function tilesOf(
  screens: readonly GalleryScreen[],
  choice: GalleryChoice,
  isWanted: (scene: string) => boolean,
) {
  const chosen = looks.filter(
    ({ name, theme }) =>
      choice.sizes.includes(name.replace(/-\w+$/, '')) && choice.themes.includes(theme),
  );
  return screens
    .filter(({ name }) => isWanted(name))
    .flatMap(({ name: scene, shownIn }): Tile[] =>
      choice.langs.flatMap((lang) =>
        chosen.map((look) => ({
          key: [scene, lang, look.name].join(' '),
          ...{ scene, lang, look, shown: shownIn(lang) },
        })),
      ),
    );
}
