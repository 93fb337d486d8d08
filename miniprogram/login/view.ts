import type { Brand } from './brand';
import type { Words } from './lang';
import { presentAbout } from './present/about';
import { presentFailure } from './present/failure';
import { presentLogin } from './present/login';
import { presentReturning } from './present/returning';
import { createSpeech, type Speech } from './present/speech';
import { presentWorking } from './present/working';
import type { Screen, View } from './screen';
import { isWorking, type State } from './state';

/** Everything on the screen, from the state alone. */
export function view(state: State, brand: Brand): View {
  const say = createSpeech(state.visit.lang, brand, appNameOf(state));
  const screen = screenOf(state, brand, say);
  return {
    lang: state.visit.lang,
    number: state.visit.screen,
    title: say.appName,
    announcement: announce(screen),
    ...screen,
  };
}

/** Of the app that asks, where the brand gives it a name of its own. */
function appNameOf(state: State): Words | null {
  return 'launch' in state.visit ? state.visit.launch.appName : null;
}

function announce(screen: Screen): string {
  if (screen.screen === 'blank') return '';
  if (screen.screen === 'login') return screen.sheet?.heading ?? screen.notice ?? screen.heading;
  if (screen.screen === 'about' && screen.notice !== null) return screen.notice;
  if (screen.screen === 'failure') return `${screen.heading} ${screen.advice}`;
  return 'detail' in screen ? `${screen.heading} ${screen.detail}` : screen.heading;
}

function screenOf(state: State, brand: Brand, say: Speech): Screen {
  if (isWorking(state)) return presentWorking(state, say);
  switch (state.name) {
    case 'idle':
      return { screen: 'blank' };
    case 'about':
      return presentAbout(state, brand, say);
    case 'asking':
      return presentLogin(state, brand, say);
    case 'failed':
      return presentFailure(state, brand, say);
    // returning, byHand, finished: any other would not compile.
    default:
      return presentReturning(state, say);
  }
}
