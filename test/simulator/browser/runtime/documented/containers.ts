import type { Chapter } from './chapter';

/** Height of `#it` as the page's layout has it. */
const SEE =
  "see() { this.createSelectorQuery().select('#it').boundingClientRect((box) => log('height', box.height)).exec(); }";

export const MATCH_MEDIA: Chapter = {
  page: 'component/match-media.html',
  behaviours: [
    {
      says: 'shows what stands inside while the window is as the rule says',
      files: {
        'page.wxml':
          '<match-media min-width="300" max-width="{{ 600 }}"><view id="it" style="height: 20px" /></match-media>',
        'page.js': `Page({ ${SEE} });`,
      },
      steps: ['see', 'width 700', 'see', 'width 375', 'see'],
      log: ['height 20', 'height 0', 'height 20'],
    },
  ],
};

const ALL_EVENTS = ['beforeenter', 'enter', 'afterenter', 'beforeleave', 'leave', 'afterleave'];

export const PAGE_CONTAINER: Chapter = {
  page: 'component/page-container.html',
  behaviours: [
    {
      says: 'the way back closes it and not the page; a tap next to it closes it too',
      files: {
        'page.wxml': `<page-container id="box" show="{{ show }}" duration="0" custom-style="background: #eee" ${[
          ...ALL_EVENTS,
          'clickoverlay',
        ]
          .map((event) => `bind:${event}="note"`)
          .join(
            ' ',
          )}><view id="it" style="height: 40rpx" bind:tap="inside">in</view></page-container>`,
        'page.js': `Page({
          data: { show: false },
          open() { this.setData({ show: true }); },
          inside() { log('inside'); },
          note({ type }) { log(type); if (type === 'afterleave') this.setData({ show: false }); },
          wait() { return new Promise((done) => setTimeout(done, 0)); },
          onUnload() { log('unloaded'); },
          ${SEE},
        });`,
      },
      steps: [
        'see',
        'open',
        'wait',
        'see',
        'tap #it',
        'back',
        'wait',
        'open',
        'wait',
        'tap #box',
        'wait',
        'see',
        'back',
      ],
      log: [
        'height 0',
        ...ALL_EVENTS.slice(0, 3),
        'height 20',
        'inside',
        ...ALL_EVENTS.slice(3),
        ...ALL_EVENTS.slice(0, 3),
        'clickoverlay',
        ...ALL_EVENTS.slice(3),
        'height 0',
        'unloaded',
      ],
    },
  ],
};

export const REFRESHER: Chapter = {
  page: 'component/scroll-view.html',
  behaviours: [
    {
      says: 'pulled far enough it refreshes until refresher-triggered is false again; less is given up',
      files: {
        'page.wxml': `<scroll-view id="box" style="height: 100px" scroll-y refresher-enabled refresher-default-style="none" refresher-threshold="{{ 50 }}" refresher-triggered="{{ on }}" ${[
          'pulling',
          'refresh',
          'restore',
          'abort',
        ]
          .map((event) => `bind:refresher${event}="note"`)
          .join(
            ' ',
          )}><view id="it" slot="refresher" style="height: 50px" /><view style="height: 300px" /></scroll-view>`,
        'page.js': `Page({
          data: { on: false },
          note({ type, detail }) { log(type, detail.dy); if (type === 'refresherrefresh') this.setData({ on: true }); },
          end() { this.setData({ on: false }); },
          start() { this.setData({ on: true }); },
          see() { this.createSelectorQuery().select('#it').boundingClientRect(({ top }) => log('top', top)).exec(); },
        });`,
      },
      steps: ['see', 'drag #box 20', 'drag #box 60', 'see', 'drag #box 60', 'end', 'see', 'start'],
      log: [
        'top -50',
        'refresherpulling 20',
        'refresherabort 20',
        'refresherpulling 60',
        'refresherrefresh 60',
        'top 0',
        'refresherrestore 50',
        'top -50',
        'refresherrefresh 0',
      ],
    },
  ],
};
