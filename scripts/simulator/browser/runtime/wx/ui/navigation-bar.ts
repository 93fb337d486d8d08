import type { ApiFamily } from '../call';

const done = { ok: true, result: {} } as const;

export const navigationBar: ApiFamily = ({ runtime: { view }, asynchronous }) => ({
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/ui/navigation-bar/wx.setNavigationBarTitle.html
   */
  setNavigationBarTitle: asynchronous('setNavigationBarTitle', {
    params: { title: 'String' },
    run: ({ title }) => {
      view.setNavigationBar({ title: String(title) });
      return done;
    },
  }),
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/ui/navigation-bar/wx.setNavigationBarColor.html
   */
  setNavigationBarColor: asynchronous('setNavigationBarColor', {
    params: { frontColor: 'String', backgroundColor: 'String', animation: 'Object?' },
    run: ({ frontColor, backgroundColor }) => {
      if (frontColor !== '#ffffff' && frontColor !== '#000000') {
        return {
          ok: false,
          errMsg: 'setNavigationBarColor:fail invalid frontColor, should be #ffffff or #000000',
        };
      }
      view.setNavigationBar({
        background: String(backgroundColor),
        textStyle: frontColor === '#ffffff' ? 'white' : 'black',
      });
      return done;
    },
  }),
  showNavigationBarLoading: asynchronous('showNavigationBarLoading', {
    run: () => {
      view.setNavigationBar({ loading: true });
      return done;
    },
  }),
  hideNavigationBarLoading: asynchronous('hideNavigationBarLoading', {
    run: () => {
      view.setNavigationBar({ loading: false });
      return done;
    },
  }),
  /**
   * The home button is only there when the first page isn't the home page; the phone draws none.
   */
  hideHomeButton: asynchronous('hideHomeButton', { run: () => done }),
});
