/** What is used of the engine's `fetch`. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** How WeChat hands the text over. */
export interface Delivery {
  readonly by: 'WXLaunchMiniProgram.Resp' | 'ShowMessageFromWX.Req';
  /** `extMsg` of the first, `message.messageExt` of the second. */
  readonly text: string;
}

export interface AppError {
  readonly code: string;
  readonly message: string;
}
