import { record } from '../../recorder';

/** Says what query it was opened with, and leaves. */
Page({
  onLoad(query) {
    record('Echo.onLoad', query);
  },
  onReady() {
    this.createSelectorQuery()
      .select('#full')
      .boundingClientRect((full) => {
        record('Echo.height', { full: full?.height, window: wx.getWindowInfo().windowHeight });
        wx.navigateBack({ delta: 1 });
      })
      .exec();
  },
});
