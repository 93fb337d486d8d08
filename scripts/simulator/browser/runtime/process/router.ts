/**
 * What routing means to `wx.navigateTo` and friends: the page stack without the view. `stack.ts`
 * implements it.
 */

/** https://developers.weixin.qq.com/miniprogram/dev/api/route/EventChannel.html */
export interface EventChannel {
  on(event: string, listener: (...args: unknown[]) => void): void;
  once(event: string, listener: (...args: unknown[]) => void): void;
  off(event: string, listener?: (...args: unknown[]) => void): void;
  emit(event: string, ...args: unknown[]): void;
}

/** `errMsg` is the reason after `<api>:fail `, as WeChat words it. */
export type RouteAnswer =
  | { readonly ok: true; readonly eventChannel?: EventChannel }
  | { readonly ok: false; readonly errMsg: string };

/**
 * Urls are as the program writes them: relative to the current page or absolute (`/pages/a/a?x=1`).
 * Never rejects. Routing is asynchronous, as in WeChat: `onLoad` of the new page has run when the
 * answer arrives. https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html
 */
export interface Router {
  navigateTo(
    url: string,
    events?: Readonly<Record<string, (...args: unknown[]) => void>>,
  ): Promise<RouteAnswer>;
  redirectTo(url: string): Promise<RouteAnswer>;
  reLaunch(url: string): Promise<RouteAnswer>;
  /** `delta` below 1 counts as 1; above the stack's depth it goes to the first page. */
  navigateBack(delta?: number): Promise<RouteAnswer>;
  /**
   * Pages of the tab bar only; they stay alive while another is in front.
   * https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.switchTab.html
   */
  switchTab(url: string): Promise<RouteAnswer>;
}
