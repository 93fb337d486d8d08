import type { PhoneClock } from '../clock';
import type { PhoneScreen, ScreenStore } from '../screen';
import type { Settings } from '../settings';

export function firstScreen(settings: Settings, now: number): PhoneScreen {
  return {
    device: settings.device,
    app: settings.app,
    front: 'app',
    program: 'none',
    programName: '',
    programIcon: '',
    bar: {
      title: '',
      background: '#ffffff',
      textStyle: 'black',
      canGoBack: false,
      loading: false,
      custom: false,
    },
    sheet: null,
    dialog: null,
    picker: null,
    nativePage: null,
    contract: null,
    tabBar: null,
    problems: [],
    network: 'online',
    minute: now,
  };
}

const minute = 60_000;

/** The status bar's time. */
export function trackMinutes(clock: PhoneClock, screen: ScreenStore): void {
  screen.set({ minute: clock.now() });
  clock.after(minute - (clock.now() % minute), () => trackMinutes(clock, screen));
}
