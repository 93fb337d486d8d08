import type { Chapter } from './chapter';

const page = (body: string) => ({
  'page.wxml': '<view />',
  'page.js': `Page({ go() { ${body} }, onPullDownRefresh() { log('pulled'); } });`,
});

export const PULL_DOWN: Chapter = {
  page: 'api/ui/pull-down-refresh/wx.startPullDownRefresh.html',
  behaviours: [
    {
      says: 'starts the same as a pull of the finger; stopPullDownRefresh ends it',
      files: page(
        'wx.startPullDownRefresh({ success: ({ errMsg }) => log(errMsg), complete: () => wx.stopPullDownRefresh({ success: ({ errMsg }) => log(errMsg) }) });',
      ),
      steps: ['go'],
      log: ['pulled', 'startPullDownRefresh:ok', 'stopPullDownRefresh:ok'],
    },
  ],
};

export const EXT: Chapter = {
  page: 'api/ext/wx.getExtConfigSync.html',
  behaviours: [
    {
      says: 'gives what a third-party platform has set, at once or later; where there is none, nothing',
      files: page(
        'log(wx.getExtConfigSync()); wx.getExtConfig({ success: ({ errMsg, extConfig }) => log(errMsg, extConfig) });',
      ),
      steps: ['go'],
      log: ['{}', 'getExtConfig:ok {}'],
    },
    {
      says: 'gives what stands in ext.json as ext, each time as it is there',
      files: page(
        'wx.getExtConfigSync().name = "changed"; log(wx.getExtConfigSync()); wx.getExtConfig({ success: ({ extConfig }) => log(extConfig.name) });',
      ),
      root: {
        'ext.json':
          '{"extEnable": true, "extAppid": "wx0000000000000001", "ext": {"name": "acme"}}',
      },
      steps: ['go'],
      log: ['{"name":"acme"}', 'acme'],
    },
    {
      says: 'gives nothing of an ext.json that is switched off',
      files: page('log(wx.getExtConfigSync());'),
      root: { 'ext.json': '{"extEnable": false, "ext": {"name": "acme"}}' },
      steps: ['go'],
      log: ['{}'],
    },
  ],
};

export const SCREEN: Chapter = {
  page: 'api/device/screen/wx.setScreenBrightness.html',
  behaviours: [
    {
      says: 'the brightness is what it was set to; the screen is kept on',
      files: page(
        'wx.setKeepScreenOn({ keepScreenOn: true, success: ({ errMsg }) => log(errMsg) }); wx.setScreenBrightness({ value: 0.25, success: () => wx.getScreenBrightness({ success: ({ value }) => log(value) }) });',
      ),
      steps: ['go'],
      log: ['setKeepScreenOn:ok', '0.25'],
    },
  ],
};

export const SHARE_MENU: Chapter = {
  page: 'api/share/wx.showShareMenu.html',
  behaviours: [
    {
      says: 'what stands in the menu is changed',
      files: page(
        "wx.showShareMenu({ menus: ['shareAppMessage'], success: ({ errMsg }) => log(errMsg) }); wx.hideShareMenu({ success: ({ errMsg }) => log(errMsg) }); wx.updateShareMenu({ withShareTicket: true, success: ({ errMsg }) => log(errMsg) });",
      ),
      steps: ['go'],
      log: ['showShareMenu:ok', 'hideShareMenu:ok', 'updateShareMenu:ok'],
    },
  ],
};

const WXS = `<wxs module="m">module.exports = {
  changed: function (value, old, owner, instance) { owner.callMethod('heard', { value: value, old: old, found: owner.selectComponent('.later') ? 1 : 0, own: instance.getDataset().own }); },
  tapped: function (event, owner) { owner.callMethod('heard', { value: event.instance.hasClass('x') ? 1 : 0, own: event.currentTarget.dataset.own }); return false; },
};</wxs>`;

export const WXS_RESPONSES: Chapter = {
  page: 'framework/view/interactive-animation.html',
  behaviours: [
    {
      says: 'what stands behind change:prop runs whenever the property is set, the first time when the template stands',
      files: {
        'page.wxml': `${WXS}<view prop="{{ n }}" change:prop="{{ m.changed }}" data-own="o" /><view class="later" />`,
        'page.js':
          'Page({ data: { n: 1 }, heard({ value, old, found, own }) { log(value, old === undefined ? "-" : old, found, own); }, go() { this.setData({ n: 2 }); } });',
      },
      steps: ['go'],
      log: ['1 - 1 o', '2 1 1 o'],
    },
    {
      says: 'a handler of WXS gets the event with its instance; false keeps the event from going on',
      files: {
        'page.wxml': `${WXS}<view bindtap="outer"><view id="t" class="x" data-own="o" bindtap="{{ m.tapped }}" style="height: 50px" /></view>`,
        'page.js':
          "Page({ heard({ value, own }) { log(value, own); }, outer() { log('outer'); } });",
      },
      steps: ['tap #t'],
      log: ['1 o'],
    },
  ],
};
