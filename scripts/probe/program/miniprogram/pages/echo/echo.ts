import { record } from '../../recorder';

/** Says what query it was opened with, and leaves. */
Page({
  onLoad(query) {
    record('Echo.onLoad', query);
  },
  onReady() {
    wx.navigateBack({ delta: 1 });
  },
});
