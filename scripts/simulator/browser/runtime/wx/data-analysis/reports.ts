import type { ApiFamily } from '../call';

/** They go to WeChat's console and nowhere else; the timeline shows what was sent. */
export const reports: ApiFamily = ({ synchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/data-analysis/wx.reportEvent.html */
  reportEvent: synchronous('reportEvent', () => undefined),
  /**
   * Its older name.
   * https://developers.weixin.qq.com/miniprogram/dev/api/data-analysis/wx.reportAnalytics.html
   */
  reportAnalytics: synchronous('reportAnalytics', () => undefined),
  /**
   * The program takes part in no experiment.
   * https://developers.weixin.qq.com/miniprogram/dev/api/data-analysis/wx.getExptInfoSync.html
   */
  getExptInfoSync: synchronous('getExptInfoSync', () => ({})),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/data-analysis/wx.reportMonitor.html */
  reportMonitor: synchronous('reportMonitor', () => undefined),
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/base/performance/wx.reportPerformance.html
   */
  reportPerformance: synchronous('reportPerformance', () => undefined),
});
