import type { EnterOptions, Event } from '../../miniprogram/login/event';
import type { View } from '../../miniprogram/login/screen';
import type { State } from '../../miniprogram/login/state';
import type { Tap } from './moves';
import type { StepResult } from './subject';

/** One step of the login, as the oracle sees it. */
export interface Observed extends StepResult {
  readonly before: State;
  readonly event: Event;
}

/** What a screen offers for leaving: the tap, nothing because none is needed, or (wrongly) none. */
export type Way =
  | { readonly type: 'declined' | 'backToAppTapped' | 'exitTapped' }
  | 'notNeeded'
  | null;

/** What happens outside the login and can be seen there. */
export interface Watcher {
  /** A launch by an app; `fresh` is false for one that WeChat only repeats. */
  launched(options: EnterOptions, fresh: boolean): void;
  /** WeChat has given the program all that belongs to coming to the front. */
  entered(before: State, given: readonly Event[]): void;
  stepped(step: Observed): void;
  /** A tap on what stands on the screen. */
  tapped(what: Tap, view: View): void;
  /** WeChat's phone sheet opens: the tap that did it, and the screen that was tapped. */
  prompted(tap: 'primary' | 'sheet', action: string, view: View): void;
  /** The app has received this. */
  received(text: string): void;
  /** A code is there; `at`: ms of `elapsed`. */
  minted(code: string, at: number): void;
  /** WeChat destroyed the program: nothing of it is left. */
  destroyed(): void;
}
