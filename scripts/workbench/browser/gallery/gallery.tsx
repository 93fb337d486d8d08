import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Brand } from '../../../../miniprogram/login/brand';
import { useBrand } from '../page/controls/use-brand';
import { Select } from '../page/parts/fields';
import { Chips } from './chips';
import { type GalleryChoice, readChoice, sizes, themes, toggle, writeChoice } from './choice';
import { Enlarged } from './enlarged';
import { TilePicture } from './tile-picture';
import { type GalleryScreen, screensOf, type Tile, tilesOf } from './tiles';
import { useStills } from './use-stills';
import { type GalleryWords, languageNames, wordsFor } from './words';

export interface GallerySettings {
  /** Path of the phone page. */
  readonly phone: string;
  /** Where the brand is read that the program has now. */
  readonly brand: string;
  /** Where a brand is chosen. Null: it cannot be. */
  readonly brands: string | null;
}

interface Props {
  readonly settings: GallerySettings;
  readonly words: GalleryWords;
  /** What the program has, and how often it has changed. */
  readonly brand: Brand;
  readonly edition: number;
}

/** Every screen in the chosen languages, sizes and themes; the address holds the choice. */
export function Gallery({ settings, words, brand, edition }: Props) {
  const brands = useBrand(settings.brands, () => location.reload());
  const [choice, setChoice] = useState(() => usualChoice(brand, words));
  const change = (part: Partial<GalleryChoice>) => setChoice({ ...choice, ...part });
  useEffect(() => history.replaceState(null, '', writeChoice(choice)), [choice]);

  const all = useMemo(() => screensOf(brand), [brand]);
  const screens = useMemo(
    () =>
      all
        .map((screen) => ({ name: screen.name, title: titleOf(screen, words, brand) }))
        .filter(({ name, title }) =>
          `${name} ${title}`.toLowerCase().includes(choice.search.trim().toLowerCase()),
        ),
    [all, brand, words, choice.search],
  );
  const tiles = useMemo(() => {
    const names = new Set(screens.map(({ name }) => name));
    return tilesOf(all, choice, (name) => names.has(name));
  }, [all, choice, screens]);
  const frame = useRef<HTMLIFrameElement>(null);
  const { stills, problem } = useStills(frame, settings.phone, tiles, edition);
  const [open, setOpen] = useState<Tile | null>(null);
  const drawn = tiles.filter(({ key }) => stills.has(key)).length;
  const captionOf = ({ lang, look: { name, theme } }: Tile) =>
    [
      languageNames[lang],
      words.sizeNames[name.replace(/-\w+$/, '')] ?? name,
      words.themeNames[theme],
    ].join(' · ');
  const openStill = open === null ? undefined : stills.get(open.key);

  return (
    <div class="gallery">
      <header class="bar">
        <h1>{words.title}</h1>
        <span class="bar-tagline">{words.tagline}</span>
        <span class="bar-gap" />
        <output class="reload">
          {brands.changingTo === null
            ? words.progress(drawn, tiles.length)
            : words.changing(brands.changingTo)}
        </output>
        <a class="bar-link" href="/">
          {words.workbench}
        </a>
      </header>
      <section class="gallery-choice" aria-label={words.title}>
        {brands.state !== null && (
          <Select
            label={words.brand}
            value={brands.state.wanted}
            options={brands.state.brands.map((value) => ({ value, label: value }))}
            onChange={brands.choose}
          />
        )}
        <Chips
          label={words.languages}
          options={brand.languages.map((value) => ({ value, label: languageNames[value] }))}
          chosen={choice.langs}
          onToggle={(one) => change({ langs: toggle(choice.langs, one, brand.languages) })}
        />
        <Chips
          label={words.sizes}
          options={sizes.map((value) => ({ value, label: words.sizeNames[value] ?? value }))}
          chosen={choice.sizes}
          onToggle={(one) => change({ sizes: toggle(choice.sizes, one, sizes) })}
        />
        <Chips
          label={words.themes}
          options={themes.map((value) => ({ value, label: words.themeNames[value] }))}
          chosen={choice.themes}
          onToggle={(one) => change({ themes: toggle(choice.themes, one, themes) })}
        />
        <input
          type="search"
          class="gallery-search"
          value={choice.search}
          placeholder={words.search}
          aria-label={words.search}
          onInput={({ currentTarget: { value } }) => change({ search: value })}
        />
      </section>
      <main class="gallery-screens">
        {problem !== null && (
          <p class="gallery-problem" role="alert">
            {words.problem} {problem}
          </p>
        )}
        {screens.length === 0 && <p class="gallery-nothing">{words.nothing}</p>}
        {screens.map(({ name, title }) => (
          <section key={name} class="gallery-screen" aria-label={title}>
            <h2>
              {title} <code>{name}</code>
            </h2>
            <div class="tiles">
              {tiles
                .filter(({ scene }) => scene === name)
                .map((tile) => (
                  <TilePicture
                    key={tile.key}
                    tile={tile}
                    still={stills.get(tile.key)}
                    caption={captionOf(tile)}
                    label={words.enlarge(`${title} · ${captionOf(tile)}`)}
                    onOpen={() => setOpen(tile)}
                  />
                ))}
            </div>
          </section>
        ))}
      </main>
      {open !== null && openStill !== undefined && (
        <Enlarged
          tile={open}
          still={openStill}
          title={`${screens.find(({ name }) => name === open.scene)?.title} · ${captionOf(open)}`}
          close={words.close}
          onClose={() => setOpen(null)}
        />
      )}
      <iframe class="gallery-phone" ref={frame} title={words.phone} tabIndex={-1} inert />
    </div>
  );
}

/** In the reader's language, where the brand speaks it. */
export function titleOf(screen: GalleryScreen, words: { readonly lang: string }, brand: Brand) {
  const [first] = brand.languages;
  const lang = brand.languages.find((one) => one === words.lang) ?? first;
  return wordsFor([words.lang]).scenes?.[screen.name] ?? screen.titleIn(lang);
}

function usualChoice(brand: Brand, words: GalleryWords): GalleryChoice {
  const [first] = brand.languages;
  const lang = brand.languages.find((one) => one === words.lang) ?? first;
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return readChoice(location.search, brand.languages, { lang, theme });
}
