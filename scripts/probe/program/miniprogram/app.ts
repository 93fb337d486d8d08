import { keepBusy } from './manual/away';
import { record } from './recorder';

App({
  onLaunch(options) {
    record('App.onLaunch', options);
  },
  onShow(options) {
    const { language, fontSizeScaleFactor } = wx.getAppBaseInfo();
    record('App.onShow', { ...options, language, fontSizeScaleFactor });
  },
  onHide() {
    record('App.onHide');
    keepBusy();
  },
});
