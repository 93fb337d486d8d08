import { type ApiFamily, isParams } from '../call';

/** Of WeChat's native bar on phones, CSS px, below the status bar. */
export const navigationBarHeight = 44;

/** The capsule: 87 x 32, 7 from the right, in the middle of the bar. */
const capsule = { width: 87, height: 32, right: 7, top: 6 } as const;

export const viewport: ApiFamily = ({ runtime, synchronous, asynchronous }) => ({
  /**
   * Screen coordinates.
   * https://developers.weixin.qq.com/miniprogram/dev/api/ui/menu/wx.getMenuButtonBoundingClientRect.html
   */
  getMenuButtonBoundingClientRect: synchronous('getMenuButtonBoundingClientRect', () => {
    const { screenWidth, statusBarHeight } = runtime.device();
    const right = screenWidth - capsule.right;
    const top = statusBarHeight + capsule.top;
    return {
      width: capsule.width,
      height: capsule.height,
      top,
      right,
      bottom: top + capsule.height,
      left: right - capsule.width,
    };
  }),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/scroll/wx.pageScrollTo.html */
  pageScrollTo: asynchronous('pageScrollTo', {
    params: {
      scrollTop: 'Number?',
      selector: 'String?',
      duration: 'Number?',
      offsetTop: 'Number?',
    },
    run: (params) => {
      const { errMsg } = runtime.view.pageScrollTo({
        ...(typeof params.scrollTop === 'number' ? { scrollTop: params.scrollTop } : {}),
        ...(typeof params.selector === 'string' ? { selector: params.selector } : {}),
        ...(typeof params.duration === 'number' ? { duration: params.duration } : {}),
        ...(typeof params.offsetTop === 'number' ? { offsetTop: params.offsetTop } : {}),
      });
      return errMsg
        ? { ok: false, errMsg: `pageScrollTo:fail ${errMsg}` }
        : { ok: true, result: {} };
    },
  }),

  /** https://developers.weixin.qq.com/miniprogram/dev/api/ui/animation/wx.createAnimation.html */
  createAnimation: synchronous('createAnimation', (options) =>
    runtime.view.createAnimation(isParams(options) ? options : {}),
  ),
});
