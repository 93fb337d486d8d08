import { brand as applied, directory as appliedDirectory } from './brand/directory';
import { wakeAt } from './login/alarm';
import type { Brand } from './login/brand';
import type { Effect } from './login/effect';
import type { Event } from './login/event';
import { initial, step } from './login/flow';
import type { ReadAgreements } from './login/genauth/agreements';
import { type AgreementView, presentAgreement } from './login/present/agreement';
import type { BarColours, View } from './login/screen';
import type { State } from './login/state';
import type { Directory } from './login/steps/step';
import { view } from './login/view';
import { createAlarm } from './wechat/alarm';
import { setBar } from './wechat/bar';
import { readClient } from './wechat/client';
import { readEntry, type ShowOptions } from './wechat/entry';
import { createPorts } from './wechat/ports';
import { openLoginPage, setTitle } from './wechat/routes';
import { type ApplyUpdate, watchUpdates } from './wechat/update';

/** One process of the mini program, as app and pages see it. */
export interface Program {
  /** Every `App.onShow`. */
  enter(options: ShowOptions): void;
  send(event: Event): void;
  /** Calls at once with what is on the screen, then with each change; the answer ends it. */
  watch(changed: (view: View) => void): () => void;
  agreement(id: string): AgreementView;
  /** From a path that no page has. */
  openLoginPage(): void;
  /** Of the page in front. */
  setTitle(title: string): void;
  /** The same, and again when the phone's theme changes; null: as the program is set up. */
  setBar(colours: BarColours | null): void;
  themeChanged(): void;
  /** WeChat's text size, as of the last `App.onShow`; 1 is the standard. */
  readonly fontScale: number;
  /** A page was painted: what nobody waits for may begin. */
  painted(): void;
}

interface OpenDirectory extends Directory {
  /** Left out: as any other request. */
  readonly ask?: Parameters<typeof createPorts>[2];
}

/**
 * The only wiring: events go through the table, effects to the ports, answers come back as events.
 */
export function compose(
  brand: Brand = applied,
  directory: OpenDirectory | undefined = appliedDirectory,
): Program {
  const watchers = new Set<(view: View) => void>();
  const waiting: Event[] = [];
  let state: State = initial(brand);
  let busy = false;
  let fontScale = 1;
  let watchesUpdates = false;
  let applyUpdate: ApplyUpdate | null = null;
  let bar: BarColours | null = null;
  let readAgreements: ReadAgreements | undefined;

  const send = (event: Event): void => {
    waiting.push(event);
    // A port may answer inside the call that asked it: answers queue behind the event under way.
    if (busy) return;
    busy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) guard(handle, next);
    busy = false;
  };

  const handle = (event: Event): void => {
    const before = state;
    const context = { brand, directory, readAgreements, now: Date.now() };
    const { state: after, effects } = step(state, event, context);
    state = after;
    // First: what is asked next may throw, or never answer.
    alarm.set(wakeAt(after));
    if (after !== before) show(view(after));
    for (const effect of effects) guard(perform, effect);
    updateIfIdle();
  };

  const show = (seen: View): void => {
    for (const changed of watchers) guard(changed, seen);
  };

  /** Restarting in the middle of a launch would lose it, or begin it a second time. */
  const updateIfIdle = (): void => {
    if (state.name !== 'about') return;
    applyUpdate?.();
    applyUpdate = null;
  };

  const perform: (effect: Effect) => void = createPorts(
    send,
    (read) => {
      readAgreements = read;
    },
    directory?.ask,
  );
  const alarm = createAlarm(() => send({ type: 'alarmRang' }));

  return {
    send,
    enter(options) {
      const client = readClient();
      fontScale = client.fontScale;
      const { language, canGoBack } = client;
      send({ type: 'entered', options: readEntry(options), language, canGoBack });
    },
    watch(changed) {
      watchers.add(changed);
      changed(view(state));
      return () => watchers.delete(changed);
    },
    agreement: (id) => presentAgreement(state, id),
    openLoginPage,
    setTitle,
    setBar(colours) {
      bar = colours;
      if (bar) setBar(bar);
    },
    themeChanged() {
      if (bar) setBar(bar);
    },
    get fontScale() {
      return fontScale;
    },
    painted() {
      if (watchesUpdates) return;
      watchesUpdates = true;
      watchUpdates((apply) => {
        applyUpdate = apply;
        updateIfIdle();
      });
    },
  };
}

/**
 * What one throws must not keep the others from their turn; it is still an error of the program,
 * which `App.onError` gets.
 */
function guard<T>(run: (value: T) => void, value: T): void {
  try {
    run(value);
  } catch (error) {
    setTimeout(() => {
      throw error;
    }, 0);
  }
}
