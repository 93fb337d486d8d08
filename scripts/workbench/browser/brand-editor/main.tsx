import { keepWordsWhole } from '@mini-login/local-server/line-ends';
import { options, render } from 'preact';
import { useProgramBrand } from '../gallery/use-program-brand';
import { Editor } from './editor';
import { type EditorWords, wordsFor } from './words';

interface Settings {
  readonly phone: string;
  /** Where the brand is read that the program has now. */
  readonly brand: string;
  /** Where brand.json is read, shown and saved. */
  readonly file: string;
}

const words = wordsFor(navigator.languages);
document.documentElement.lang = words.lang;
document.title = words.title;
keepWordsWhole(options, words.lang);

const root = document.getElementById('brand-editor');
if (root === null) throw new Error('The page has no #brand-editor');
/** Written by this repository's own server; a page without it is broken and says so. */
const settings: Settings = JSON.parse(document.getElementById('settings')?.textContent ?? '');
render(<Live settings={settings} words={words} />, root);

function Live(props: { readonly settings: Settings; readonly words: EditorWords }) {
  const now = useProgramBrand(props.settings.brand);
  return now === null ? null : <Editor {...props} {...now} />;
}
