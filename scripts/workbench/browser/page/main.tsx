import { render } from 'preact';
import { phoneAddress, readSettings } from './settings';
import { WordsContext, wordsFor } from './words/words';
import { Workbench } from './workbench';

const words = wordsFor(navigator.languages);
document.documentElement.lang = words.lang;
document.title = words.title;

const root = document.getElementById('workbench');
if (root === null) throw new Error('The page has no #workbench');
const settings = readSettings(document.getElementById('settings')?.textContent ?? '');
const phoneUrl = phoneAddress(
  settings,
  navigator.languages,
  matchMedia('(prefers-color-scheme: dark)').matches,
);
render(
  <WordsContext.Provider value={words}>
    <Workbench
      phoneUrl={phoneUrl}
      serverControls={settings.controls}
      brands={settings.brands}
      consoleUrl={settings.console}
    />
  </WordsContext.Provider>,
  root,
);
