import type { LifecycleEvents } from '../../process/wx-runtime';
import type { ApiFamily, WxFunction } from '../call';

export const lifeCycle: ApiFamily = ({ runtime, synchronous, listeners }) => {
  const pair = <K extends keyof LifecycleEvents>(name: string, event: K) => {
    const known = new Map<WxFunction, (detail: LifecycleEvents[K]) => void>();
    return {
      [`on${name}`]: (listener: WxFunction) => {
        listeners(`on${name}`, () => {
          const wrapped = (detail: LifecycleEvents[K]) => void listener(detail);
          known.set(listener, wrapped);
          runtime.lifecycle.on(event, wrapped);
        })(listener);
      },
      [`off${name}`]: (listener?: WxFunction) => {
        listeners(`off${name}`, () =>
          runtime.lifecycle.off(event, listener && known.get(listener)),
        )(listener);
      },
    };
  };
  return {
    /**
     * Stale after a hot start.
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/app/life-cycle/wx.getLaunchOptionsSync.html
     */
    getLaunchOptionsSync: synchronous('getLaunchOptionsSync', () => runtime.launchOptions()),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/app/life-cycle/wx.getEnterOptionsSync.html
     */
    getEnterOptionsSync: synchronous('getEnterOptionsSync', () => runtime.enterOptions()),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/base/app/app-event/wx.onAppShow.html */
    ...pair('AppShow', 'appShow'),
    ...pair('AppHide', 'appHide'),
    ...pair('Error', 'error'),
    ...pair('UnhandledRejection', 'unhandledRejection'),
    ...pair('PageNotFound', 'pageNotFound'),
    ...pair('ThemeChange', 'themeChange'),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/window/wx.onWindowResize.html */
    ...pair('WindowResize', 'windowResize'),
  };
};
