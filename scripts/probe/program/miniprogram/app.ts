import { record } from './recorder';

App({
  onLaunch(options) {
    record('App.onLaunch', options);
  },
  onShow(options) {
    record('App.onShow', options);
  },
  onHide() {
    record('App.onHide');
  },
});
