import type { DeviceInfo } from '../../../../contract/process';
import { type ApiFamily, type ApiTools, isParams, type Params } from '../call';
import { navigationBarHeight } from '../ui/viewport';

export const system: ApiFamily = ({ runtime, synchronous, asynchronous, begin, invoke }) => {
  const device = () => runtime.device();
  const all = (): Params => ({
    ...windowInfo(device(), runtime),
    ...deviceInfo(device()),
    ...appBaseInfo(device()),
    ...systemSetting,
    ...authorizeSetting,
    fontSizeSetting: Math.round(16 * device().fontSizeScaleFactor),
  });
  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html */
    getAppBaseInfo: synchronous('getAppBaseInfo', () => appBaseInfo(device())),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getDeviceInfo.html */
    getDeviceInfo: synchronous('getDeviceInfo', () => deviceInfo(device())),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getWindowInfo.html */
    getWindowInfo: synchronous('getWindowInfo', () => windowInfo(device(), runtime)),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getSystemSetting.html */
    getSystemSetting: synchronous('getSystemSetting', () => systemSetting),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppAuthorizeSetting.html
     */
    getAppAuthorizeSetting: synchronous('getAppAuthorizeSetting', () => authorizeSetting),
    /**
     * Deprecated since 2.20.1.
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getSystemInfoSync.html
     */
    getSystemInfoSync: synchronous('getSystemInfoSync', all),
    /**
     * Deprecated since 2.20.1.
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getSystemInfo.html
     */
    getSystemInfo: (given?: unknown) => {
      const { success, complete } = isParams(given) ? given : {};
      const result = { errMsg: 'getSystemInfo:ok', ...all() };
      begin('getSystemInfo', given)('success', result);
      // Before it returns, as WeChat does.
      invoke(success, result);
      invoke(complete, result);
      return success || complete ? undefined : Promise.resolve(result);
    },
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getSystemInfoAsync.html
     */
    getSystemInfoAsync: asynchronous('getSystemInfoAsync', {
      run: () => ({ ok: true, result: all() }),
    }),
  };
};

function appBaseInfo(device: DeviceInfo) {
  return {
    SDKVersion: device.SDKVersion,
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    language: device.language,
    version: device.version,
    // HarmonyOS has no dark mode.
    theme: device.platform === 'ohos' ? 'light' : device.theme,
    fontSizeScaleFactor: device.fontSizeScaleFactor,
    fontSizeSetting: Math.round(16 * device.fontSizeScaleFactor),
  };
}

function deviceInfo(device: DeviceInfo) {
  return {
    abi: 'arm64',
    benchmarkLevel: 40,
    brand: device.platform === 'ios' ? 'iPhone' : 'simulator',
    model: device.model,
    system: device.system,
    platform: device.platform,
    cpuType: 'simulated',
    memorySize: 4096,
  };
}

/** Without WeChat's bar the window is the whole screen. */
function windowInfo(
  device: DeviceInfo,
  { hasBar, tabBar }: Pick<ApiTools['runtime'], 'hasBar' | 'tabBar'>,
) {
  const top = hasBar() ? device.statusBarHeight + navigationBarHeight : 0;
  const bottom = tabBar.height === 0 ? 0 : tabBar.height + device.safeAreaBottom;
  return {
    pixelRatio: device.pixelRatio,
    screenWidth: device.screenWidth,
    screenHeight: device.screenHeight,
    windowWidth: device.screenWidth,
    windowHeight: device.screenHeight - top - bottom,
    statusBarHeight: device.statusBarHeight,
    safeArea: {
      left: 0,
      right: device.screenWidth,
      top: device.statusBarHeight,
      bottom: device.screenHeight - device.safeAreaBottom,
      width: device.screenWidth,
      height: device.screenHeight - device.safeAreaBottom - device.statusBarHeight,
    },
    screenTop: top,
  };
}

const systemSetting = {
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
} as const;

const authorizeSetting = {
  albumAuthorized: 'not determined',
  bluetoothAuthorized: 'not determined',
  cameraAuthorized: 'not determined',
  locationAuthorized: 'not determined',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'not determined',
  notificationAuthorized: 'authorized',
  notificationAlertAuthorized: 'authorized',
  notificationBadgeAuthorized: 'authorized',
  notificationSoundAuthorized: 'authorized',
  phoneCalendarAuthorized: 'not determined',
} as const;
