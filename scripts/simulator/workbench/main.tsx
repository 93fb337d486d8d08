import { render } from 'preact';
import { WordsContext, wordsFor } from './words/words';
import { Workbench } from './workbench';

const { words, lang } = wordsFor(navigator.languages);
document.documentElement.lang = lang;
document.title = words.title;

const root = document.getElementById('workbench');
if (root === null) throw new Error('The page has no #workbench');
render(
  <WordsContext.Provider value={words}>
    <Workbench phoneUrl={root.dataset.phone ?? '/'} onPhone={() => undefined} />
  </WordsContext.Provider>,
  root,
);
