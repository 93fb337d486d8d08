import { keepWordsWhole } from '@mini-login/local-server/line-ends';
import { options, render } from 'preact';
import { App } from './app';
import { openClient } from './client';
import { wordsFor } from './words';
import '../page.css';
import './style.css';
import './tests.css';
import './phone.css';

const root = document.getElementById('ui');
const settings = document.getElementById('settings')?.textContent ?? '';
if (!root) throw new Error('the page has no #ui');
// Written by this package's own server.
const { base, folder } = JSON.parse(settings) as { base: string; folder: string };
const words = wordsFor(navigator.languages);
document.title = `${words.title}: ${folder}`;
document.documentElement.lang = words.lang;
keepWordsWhole(options, words.lang);
render(<App client={openClient(base)} folder={folder} words={words} />, root);
