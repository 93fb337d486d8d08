import type { HostApp, Misbehaviour, PhoneDevice } from '../contract/phone';
import type { DeviceInfo } from '../contract/process';
import { createClock } from './clock';
import { createDialogs } from './dialogs';
import { createHost } from './host';
import { createLife } from './life';
import { createNetwork } from './network';
import { browserTime } from './real-time';
import type { Screen } from './screen';
import { createServerClient } from './server-client';
import type { Settings } from './settings';
import { createSheets } from './sheets';
import { createStore } from './store';
import { createTimeline } from './timeline';

/** The phone: `window.phone`, what the page is drawn from, and the place where the program's frame is shown. */
export interface PhoneParts {
  readonly phone: PhoneDevice;
  readonly screen: ReturnType<typeof createStore<Screen>>;
  readonly place: HTMLElement;
  readonly answerSheet: (answer: 'allow' | 'reject') => void;
}

export function createPhone(settings: Settings): PhoneParts {
  const clock = createClock(browserTime());
  const timeline = createTimeline(() => clock.now());
  const server = createServerClient();
  const screen = createStore<Screen>(firstScreen(settings, clock.now()));
  const network = createNetwork(server, clock);
  const sheets = createSheets(screen, timeline);
  const dialogs = createDialogs(screen, clock);
  const place = document.createElement('div');
  place.className = 'program-place';
  const received: string[] = [];
  const clipboard = { text: '' };
  const storage = new Map<string, string>();
  const consents = new Map<string, { given: boolean }>();
  let person = settings.person;
  let misbehaviour: Misbehaviour = normal;
  let apiNames: readonly string[] = [];

  const consent = () => {
    const known = consents.get(person) ?? { given: false };
    consents.set(person, known);
    return known;
  };
  /** As the program sees it: an API that misbehaves by not being there is missing too. */
  const device = (): DeviceInfo => {
    const set = screen.get().device;
    return misbehaviour.navigateBackApplication === 'missing'
      ? { ...set, without: [...set.without, 'wx.navigateBackApplication'] }
      : set;
  };

  const life = createLife({
    clock,
    timeline,
    screen,
    server,
    place,
    createHost: (program) =>
      createHost(
        {
          apiNames,
          clipboard,
          clock,
          consent,
          device,
          dialogs,
          leave: () => life.background(),
          mayReturnToApp: () => life.mayReturnToApp,
          misbehaviour: () => misbehaviour,
          network,
          person: () => person,
          returnToApp: (extMsg) => {
            life.background();
            received.push(extMsg);
            timeline.record({ kind: 'extMsg', extMsg });
          },
          screen,
          server,
          sheets,
          storage,
          timeline,
        },
        program,
      ),
  });

  const ready = (async () => {
    const [config, people] = await Promise.all([server.config(), server.people()]);
    apiNames = config.apiNames;
    person ||= people[0]?.id ?? '';
    screen.set({ programName: config.programName, programIcon: config.programIcon });
  })();
  server.onChange(() => {
    life.reload().catch(() => undefined);
  });
  trackMinutes(clock, screen);

  const phone: PhoneDevice = {
    ready,
    get state() {
      const { front, program } = screen.get();
      return { front, program, mayReturnToApp: life.mayReturnToApp };
    },
    async launch(request = {}) {
      await ready;
      await life.launch(request);
    },
    background: () => life.background(),
    foreground: (options) => life.foreground(options?.scene),
    kill: () => life.kill(),
    back: () => life.back(),
    clock: {
      now: () => clock.now(),
      async advance(ms) {
        timeline.record({ kind: 'phone', what: 'clock', detail: { ms } });
        await server.advanced(ms);
        await clock.advance(ms);
      },
    },
    get person() {
      return person;
    },
    hold(id) {
      person = id;
      timeline.record({ kind: 'phone', what: 'person', detail: id });
    },
    people: () => server.people(),
    get networkMode() {
      return network.mode;
    },
    network(mode) {
      network.setMode(mode);
      screen.set({ network: mode });
      timeline.record({ kind: 'phone', what: 'network', detail: mode });
    },
    get device() {
      return screen.get().device;
    },
    setDevice(change) {
      screen.set({ device: { ...screen.get().device, ...change } });
      timeline.record({ kind: 'phone', what: 'device', detail: change });
      life.deviceChanged(device());
    },
    get misbehaviour() {
      return misbehaviour;
    },
    misbehave(change) {
      misbehaviour = { ...misbehaviour, ...change };
      timeline.record({ kind: 'phone', what: 'misbehaviour', detail: change });
      life.deviceChanged(device());
    },
    get sheet() {
      const { sheet } = screen.get();
      return sheet && { kind: sheet.kind, text: sheet.subject };
    },
    answerSheet: (answer) => sheets.answer(answer),
    get dialog() {
      return screen.get().dialog;
    },
    answerDialog: (answer, content) => dialogs.answer(answer, content),
    received,
    get app() {
      return screen.get().app;
    },
    setApp: (app: HostApp) => screen.set({ app }),
    timeline: timeline.entries,
    subscribe: (listener) => timeline.subscribe(listener),
    record: (event) => timeline.record(event),
    get process() {
      return life.process;
    },
  };
  return { phone, screen, place, answerSheet: (answer) => sheets.answer(answer) };
}

const normal: Misbehaviour = {
  navigateBackApplication: 'works',
  launchApp: 'works',
  phoneCode: 'given',
  phoneDeny: 'getPhoneNumber:fail user deny',
};

function firstScreen(settings: Settings, now: number): Screen {
  return {
    device: settings.device,
    app: settings.app,
    front: 'app',
    program: 'none',
    programName: '',
    programIcon: '',
    bar: { title: '', background: '#ffffff', textStyle: 'black', canGoBack: false, loading: false },
    sheet: null,
    dialog: null,
    contract: null,
    problems: [],
    network: 'online',
    minute: now,
  };
}

function trackMinutes(clock: { now(): number; after(ms: number, run: () => void): unknown }, screen: PhoneParts['screen']): void {
  const minute = 60_000;
  const next = () => {
    screen.set({ minute: clock.now() });
    clock.after(minute - (clock.now() % minute), next);
  };
  next();
}
