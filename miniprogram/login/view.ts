import { presentAbout } from './present/about';
import { presentFailure } from './present/failure';
import { presentLogin } from './present/login';
import { presentReturning } from './present/returning';
import { createTranslate, MAY_BREAK, type Translate } from './present/translate';
import { presentWorking } from './present/working';
import type { Screen, View } from './screen';
import { isWorking, type State } from './state';
import { isOpened } from './steps/visit';

/** Everything on the screen, from the state alone. */
export function view(state: State): View {
  const { brand, lang } = state.visit;
  const translate = createTranslate(lang, brand, isKnown(state));
  const screen = screenOf(state, translate);
  return {
    lang,
    number: state.visit.screen,
    title: translate.appName,
    colours: brand.colours?.style ?? '',
    bar: brand.colours?.bar ?? null,
    announcement: announce(screen).split(MAY_BREAK).join(''),
    ...screen,
  };
}

/** Whose app is behind. One that is refused is not the brand's, and must not be named as it. */
function isKnown(state: State): boolean {
  if (!isOpened(state)) return true;
  const { refusal, unidentified } = state.visit;
  return refusal?.code !== 'app_not_allowed' && unidentified === null;
}

function announce(screen: Screen): string {
  if (screen.screen === 'blank') return '';
  if (screen.screen === 'login') return screen.sheet?.heading ?? screen.notice ?? screen.heading;
  if (screen.screen === 'about' && screen.notice !== null) return screen.notice;
  if (screen.screen === 'failure') return `${screen.heading} ${screen.advice}`;
  return 'detail' in screen ? `${screen.heading} ${screen.detail}` : screen.heading;
}

function screenOf(state: State, translate: Translate): Screen {
  if (isWorking(state)) return presentWorking(state, translate);
  switch (state.name) {
    case 'idle':
      return { screen: 'blank' };
    case 'about':
      return presentAbout(state, translate);
    case 'asking':
      return presentLogin(state, translate);
    case 'failed':
      return presentFailure(state, translate);
    // returning, manualReturn, finished: any other would not compile.
    default:
      return presentReturning(state, translate);
  }
}
