import type { Lang } from '../../../../miniprogram/login/lang';
import { looks } from '../../../screens/looks';

/** The sizes of the pictures, by their names. */
export const sizes = [...new Set(looks.map(({ name }) => name.replace(/-\w+$/, '')))];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What is drawn: every screen in each of these languages, sizes and themes. */
export interface GalleryChoice {
  readonly langs: readonly Lang[];
  readonly sizes: readonly string[];
  readonly themes: readonly Theme[];
  /** Part of a screen's name or title; '' is every screen. */
  readonly search: string;
}

/**
 * What an address asks for. People type addresses, so what is not known is left out; of each at
 * least one is there.
 *
 * @param spoken The brand's languages.
 * @param usual What a gallery without an address shows of them.
 */
export function readChoice(
  search: string,
  spoken: readonly Lang[],
  usual: { readonly lang: Lang; readonly theme: Theme },
): GalleryChoice {
  const query = new URLSearchParams(search);
  const some = <T extends string>(name: string, all: readonly T[], otherwise: T): readonly T[] => {
    const asked = (query.get(name) ?? '').split(',');
    const found = all.filter((one) => asked.includes(one));
    return found.length === 0 ? [otherwise] : found;
  };
  return {
    langs: some('lang', spoken, usual.lang),
    sizes: some('size', sizes, '375'),
    themes: some('theme', themes, usual.theme),
    search: query.get('search') ?? '',
  };
}

export function writeChoice({ langs, sizes: chosen, themes: both, search }: GalleryChoice): string {
  const query = new URLSearchParams({
    ...{ lang: langs.join(), size: chosen.join(), theme: both.join() },
    ...(search === '' ? {} : { search }),
  });
  return `?${query}`.replaceAll('%2C', ',');
}

/** One of a list more or less; never none, and in the order of `all`. */
export function toggle<T>(chosen: readonly T[], one: T, all: readonly T[]): readonly T[] {
  const next = all.filter((each) => (each === one) !== chosen.includes(each));
  return next.length === 0 ? chosen : next;
}
