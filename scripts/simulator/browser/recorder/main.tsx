import { keepWordsWhole } from '@mini-login/local-server/line-ends';
import { options, render } from 'preact';
import { Recorder } from './recorder';
import { readRecorderSettings } from './settings';
import { wordsFor } from './words';
import '../page.css';
import './style.css';

const root = document.getElementById('recorder');
if (!root) throw new Error('the page has no #recorder');
const words = wordsFor(navigator.languages);
const settings = readRecorderSettings(document);
document.title = words.title;
document.documentElement.lang = words.title === 'Recorder' ? 'en' : 'zh-CN';
keepWordsWhole(options, document.documentElement.lang);
// The server stays as long as somebody has the page open.
new EventSource(`${settings.base}/here`);
render(<Recorder settings={settings} words={words} />, root);
