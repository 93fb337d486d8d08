import type { ApiFamily } from '../call';

export const wxml: ApiFamily = ({ runtime: { view }, synchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createSelectorQuery.html */
  createSelectorQuery: synchronous('createSelectorQuery', () => view.createSelectorQuery()),
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createIntersectionObserver.html
   */
  createIntersectionObserver: synchronous('createIntersectionObserver', (component, options) =>
    view.createIntersectionObserver(component, options),
  ),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/canvas/wx.createCanvasContext.html */
  createCanvasContext: synchronous('createCanvasContext', (id, component) =>
    view.createCanvasContext(String(id), component),
  ),
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/ui/window/wx.createMediaQueryObserver.html
   */
  createMediaQueryObserver: synchronous('createMediaQueryObserver', (component) =>
    view.createMediaQueryObserver(component),
  ),
});
