import type { Lang } from '../../../miniprogram/login/lang';
import type { WordKey } from '../../../miniprogram/login/words/index';
import { brand as messages } from '../../messages/brand';
import { say } from '../../messages/say';
import { renamedWords } from './renamed-words';
import type { BrandPack } from './schema';

/** A key of an earlier version, and where in brand.json it stands. */
export interface Renamed {
  readonly path: readonly (string | number)[];
  readonly now: WordKey | null;
  /** The new key stands there too, and counts. */
  readonly isUnused: boolean;
}

type OwnWords = BrandPack['words'];
type AnyWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** As much of a pack as is needed here. */
interface WithWords {
  readonly words: AnyWords;
  readonly apps: readonly {
    readonly own?: { readonly words?: AnyWords | undefined } | undefined;
  }[];
}

export function renamedIn({ words, apps }: WithWords): readonly Renamed[] {
  return [
    ...renamedUnder(words, ['words']),
    ...apps.flatMap(({ own }, index) =>
      renamedUnder(own?.words ?? {}, ['apps', index, 'own', 'words']),
    ),
  ];
}

function renamedUnder(words: AnyWords, at: Renamed['path']): Renamed[] {
  return Object.entries(words).flatMap(([lang, texts]) =>
    Object.keys(texts).flatMap((key): Renamed[] => {
      const now = renamedWords[key];
      if (now === undefined) return [];
      const isUnused = now === null || Object.hasOwn(texts, now);
      return [{ path: [...at, lang, key], now, isUnused }];
    }),
  );
}

/** The pack as the current version would have it written. */
export function withCurrentWords(pack: BrandPack): BrandPack {
  if (renamedIn(pack).length === 0) return pack;
  const [first, ...others] = pack.apps.map((app) =>
    app.own?.words === undefined
      ? app
      : { ...app, own: { ...app.own, words: currentWords(app.own.words) } },
  );
  if (first === undefined) return pack;
  return { ...pack, words: currentWords(pack.words), apps: [first, ...others] };
}

function currentWords(words: OwnWords): OwnWords {
  const entries = Object.entries(words).map(([lang, texts]): [string, typeof texts] => {
    const current = Object.entries(texts).flatMap(([key, text]): [string, string][] => {
      const now = renamedWords[key];
      return now === undefined ? [[key, text]] : now === null || texts[now] ? [] : [[now, text]];
    });
    return [lang, Object.fromEntries(current)];
  });
  const current: Partial<Record<Lang, Readonly<Record<string, string>>>> =
    Object.fromEntries(entries);
  return current;
}

/** One line each, field first. */
export function noteRenamed(renamed: readonly Renamed[]): string[] {
  return renamed.map(({ path, now, isUnused }) => {
    const key = String(path.at(-1));
    const why = now === null || isUnused ? messages.unusedKey(key) : messages.renamed(key, now);
    return `${path.join('.')}: ${say(why)}`;
  });
}
