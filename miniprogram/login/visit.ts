import type { EffectiveBrand } from './brand';
import type { Failure } from './failure';
import type { Lang } from './lang';
import type { Given, Unidentified } from './launch/given';
import type { Launch } from './launch/launch';

/** One time that the program was opened: what every state of it carries. */
export interface Visit {
  /**
   * Numbers the tries of this process: each launch, each retry and each renewed login code begins a
   * new one. Answers that carry another number are dropped.
   */
  readonly attempt: number;
  /** What holds for this launch; where there is none, or it is refused, nothing of any app's own. */
  readonly brand: EffectiveBrand;
  readonly lang: Lang;
  readonly privacy: Privacy;
  /** Numbers what stood on the screen; `flow.ts` counts. */
  readonly screen: number;
  /**
   * Taps on the phone's button that WeChat has not answered, of this visit and those before: for
   * each it may ask once, one sheet in the place of the other; `flow.ts` counts the answers.
   */
  readonly asks: number;
  /** Not in the background. */
  readonly inFront: boolean;
  /** When it last came back to the front, ms since 1970; 0: it was not away. */
  readonly backAt: number;
  /**
   * The login page of this visit: still to be loaded, or loaded. `ahead`: one more was loaded, so
   * that the options that come next are a launch, whatever they say.
   */
  readonly page: 'due' | 'loaded' | 'ahead';
}

/** What a launch is, as read when it came. */
export interface Opening {
  readonly brand: EffectiveBrand;
  readonly lang: Lang;
  readonly launch: Launch;
  /** Why the launch is refused; null: it is served. */
  readonly refusal: Failure | null;
  readonly given: Given;
  /** Whose launch it is has still to be found out; null: it is known. */
  readonly unidentified: Unidentified | null;
  /** This WeChat has `navigateBackApplication`, which is not documented. */
  readonly canGoBack: boolean;
}

/** A visit for an app, which waits for a result. */
export interface AppVisit extends Visit, Opening {
  /** When it was launched, ms since 1970. */
  readonly openedAt: number;
  /** WeChat has given the same options again since: with the next page load they are a launch. */
  readonly repeated: Opening | null;
}

/** WeChat's own privacy contract. `unknown` until it was read. */
export interface Privacy {
  readonly needsAuthorization: boolean | 'unknown';
  /** As WeChat writes it, «...» included; empty: there is none. */
  readonly contractName: string;
  /**
   * WeChat has answered a tap with it: it is not agreed to here, and the next tap asks for the number
   * alone.
   */
  readonly refused: boolean;
}
