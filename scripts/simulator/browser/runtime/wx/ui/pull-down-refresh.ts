import type { ApiFamily } from '../call';

/**
 * Nobody can pull the page down here; the program can.
 * https://developers.weixin.qq.com/miniprogram/dev/api/ui/pull-down-refresh/wx.startPullDownRefresh.html
 */
export const pullDownRefresh: ApiFamily = ({ runtime, asynchronous }) => ({
  startPullDownRefresh: asynchronous('startPullDownRefresh', {
    run: () => {
      runtime.host.deliver(() => runtime.view.pullDown());
      return { ok: true, result: {} };
    },
  }),
  stopPullDownRefresh: asynchronous('stopPullDownRefresh', {
    run: () => ({ ok: true, result: {} }),
  }),
});
