import { keepWordsWhole } from '@mini-login/local-server/line-ends';
import { options, render } from 'preact';
import { Gallery, type GallerySettings } from './gallery';
import { useProgramBrand } from './use-program-brand';
import { type GalleryWords, wordsFor } from './words';

const words = wordsFor(navigator.languages);
document.documentElement.lang = words.lang;
document.title = words.title;
keepWordsWhole(options, words.lang);

const root = document.getElementById('gallery');
if (root === null) throw new Error('The page has no #gallery');
/** Written by this repository's own server; a page without it is broken and says so. */
const settings: GallerySettings = JSON.parse(
  document.getElementById('settings')?.textContent ?? '',
);
render(<Live settings={settings} words={words} />, root);

/** The gallery of what the program is now: again whenever its files have changed. */
function Live(props: { readonly settings: GallerySettings; readonly words: GalleryWords }) {
  const now = useProgramBrand(props.settings.brand);
  return now === null ? null : <Gallery {...props} {...now} />;
}
