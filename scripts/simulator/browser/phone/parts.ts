import type { Misbehaviour } from '../../contract/misbehaviour';
import { createDialogs, type Dialogs } from './client/dialogs';
import { createNativePages, type NativePages } from './client/native-pages';
import { createPickers, type Pickers } from './client/pickers';
import { createSheets, type Sheets } from './client/sheets';
import { createSurfaces, type Surfaces } from './client/surfaces';
import { createClock, type PhoneClock } from './clock';
import { createNetwork, type Network } from './net/network';
import { createServerClient, type ServerClient } from './net/server-client';
import { firstScreen, trackMinutes } from './process/first-screen';
import { browserTime } from './real-time';
import type { ScreenStore } from './screen';
import type { Settings } from './settings';
import { createStore } from './store';
import { createTimeline, type Timeline } from './timeline';
import { TouchGuard } from './touch/guard';

/** What the phone is made of, whatever program runs on it. */
export interface PhoneParts {
  readonly clock: PhoneClock;
  readonly timeline: Timeline;
  readonly server: ServerClient;
  readonly screen: ScreenStore;
  readonly network: Network;
  readonly surfaces: Surfaces;
  readonly sheets: Sheets;
  readonly dialogs: Dialogs;
  readonly pickers: Pickers;
  readonly nativePages: NativePages;
  readonly touches: TouchGuard;
}

/** What they ask of the phone later. */
export interface PartsOptions {
  readonly settings: Settings;
  misbehaviour(): Misbehaviour;
  /** A surface of WeChat's is over the program, and no more. */
  cover(): void;
  uncover(): void;
  /** Names the page of the program that is in front. */
  pageKey(): string;
}

export function createParts(options: PartsOptions): PhoneParts {
  const clock = createClock(browserTime());
  const timeline = createTimeline(clock.now);
  const server = createServerClient();
  const screen = createStore(firstScreen(options.settings, clock.now()));
  const network = createNetwork(
    server,
    clock,
    () => options.misbehaviour().domains === 'forgotten',
  );
  const surfaces = createSurfaces({
    clock,
    order: () => options.misbehaviour().surfaces,
    cover: options.cover,
    uncover: options.uncover,
  });
  const touches = new TouchGuard(options.pageKey);
  touches.guardSurfaces(document);
  trackMinutes(clock, screen);
  return {
    ...{ clock, timeline, server, screen, network, surfaces, touches },
    sheets: createSheets(screen, timeline, surfaces),
    dialogs: createDialogs(screen, clock),
    pickers: createPickers(screen, timeline),
    nativePages: createNativePages(screen, timeline, surfaces),
  };
}
