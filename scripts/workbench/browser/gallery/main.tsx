import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Brand } from '../../../../miniprogram/login/brand';
import { Gallery, type GallerySettings } from './gallery';
import { type GalleryWords, wordsFor } from './words';

const words = wordsFor(navigator.languages);
document.documentElement.lang = words.lang;
document.title = words.title;

const root = document.getElementById('gallery');
if (root === null) throw new Error('The page has no #gallery');
/** Written by this repository's own server; a page without it is broken and says so. */
const settings: GallerySettings = JSON.parse(
  document.getElementById('settings')?.textContent ?? '',
);
render(<Live settings={settings} words={words} />, root);

/** The gallery of what the program is now: again whenever its files have changed. */
function Live(props: { readonly settings: GallerySettings; readonly words: GalleryWords }) {
  const [now, setNow] = useState<{ readonly brand: Brand; readonly edition: number } | null>(null);
  const path = props.settings.brand;
  useEffect(() => {
    const read = async () => {
      // Between two environments nobody answers; the next event comes.
      const brand: Brand | null = await fetch(path).then(
        (response) => response.json(),
        () => null,
      );
      if (brand !== null) setNow((old) => ({ brand, edition: (old?.edition ?? 0) + 1 }));
    };
    const events = new EventSource('/simulator/events');
    events.addEventListener('program', read);
    void read();
    return () => events.close();
  }, [path]);
  return now === null ? null : <Gallery {...props} {...now} />;
}
