import { keepWordsWhole } from '@mini-login/local-server/line-ends';
import { options, render } from 'preact';
import { phoneAddress, readSettings, usualSetup } from './settings';
import { readSetup } from './setup/setup';
import { WordsContext, wordsFor } from './words/words';
import { Workbench } from './workbench';

const words = wordsFor(navigator.languages);
document.documentElement.lang = words.lang;
document.title = words.title;
keepWordsWhole(options, words.lang);

const root = document.getElementById('workbench');
if (root === null) throw new Error('The page has no #workbench');
const settings = readSettings(document.getElementById('settings')?.textContent ?? '');
const usual = usualSetup(navigator.languages, matchMedia('(prefers-color-scheme: dark)').matches);
render(
  <WordsContext.Provider value={words}>
    <Workbench
      phoneUrl={phoneAddress(settings, readSetup(location.search, usual))}
      settings={settings}
      usual={usual}
    />
  </WordsContext.Provider>,
  root,
);
