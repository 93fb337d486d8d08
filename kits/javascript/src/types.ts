/** What is used of the engine's `fetch`: React Native's, a browser's, or a few lines of your own. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the engine has AbortController. */
  readonly signal?: AbortSignal;
}

export interface FetchResponse {
  readonly status: number;
  text(): Promise<string>;
}

/** How WeChat handed something over. */
export type DeliveredBy = 'WXLaunchMiniProgram.Resp' | 'ShowMessageFromWX.Req';

/**
 * `extMsg` of the first, `message.messageExt` of the second, as the native module gives it: null,
 * undefined or something else where there is no text.
 */
export interface NativeDelivery {
  readonly by: DeliveredBy;
  readonly text: unknown;
}

/** How this platform opens the mini program, and how WeChat's answer comes to it. */
export interface Opener {
  /**
   * Rejects, best with an `OpenError`, when WeChat can't be opened. When it settles otherwise says
   * nothing: on some platforms it never does.
   */
  open(path: string): Promise<unknown>;
  /** Returns the way to stop. */
  onDelivery(listener: (delivery: NativeDelivery) => void): () => void;
}

/** Time as the platform has it; replaced in tests. */
export interface Clock {
  /** ms since 1970. */
  now(): number;
  /** Runs once after `ms`; what it returns prevents that. */
  after(ms: number, run: () => void): () => void;
}

/**
 * One text that outlives the app: private to it, as it stands for a login under way. AsyncStorage,
 * MMKV and `plus.storage` are a few lines each.
 */
export interface PendingStore {
  get(): Promise<string | null | undefined>;
  set(value: string): Promise<unknown>;
  remove(): Promise<unknown>;
}
