import { isRecord, type ProbeJson, toJson } from '../json';
import { lastDetail } from '../recorder';
import type { ProbeCheck } from './check';

/** What the login calls, and what it must not find. */
const used = [
  ...[
    'login',
    'request',
    'getPrivacySetting',
    'onNeedPrivacyAuthorization',
    'openPrivacyContract',
    'getUserCryptoManager',
  ],
  ...[
    'exitMiniProgram',
    'getAppBaseInfo',
    'getDeviceInfo',
    'getWindowInfo',
    'onThemeChange',
    'getUpdateManager',
  ],
  ...['getEnterOptionsSync', 'setClipboardData', 'noSuchInterface'],
];

export const interfaceChecks: readonly ProbeCheck[] = [
  {
    id: 'wx.presence',
    fact: 'callbacks-of-an-api-that-is-not-there',
    ask: () => Object.fromEntries(used.map((name) => [name, typeof Reflect.get(wx, name)])),
  },
  {
    id: 'wx.canIUse',
    fact: 'callbacks-of-an-api-that-is-not-there',
    ask: () =>
      Object.fromEntries(
        [
          'login',
          'noSuchInterface',
          'button.open-type.launchApp',
          'button.open-type.noSuchType',
          'noSuchComponent',
        ].map((schema) => [schema, toJson(wx.canIUse(schema))]),
      ),
  },
  {
    id: 'wx.navigateBackApplication',
    fact: 'navigatebackapplication-is-not-documented',
    ask: () => typeof wx.navigateBackApplication,
  },
  {
    id: 'back.without-an-app',
    fact: 'navigatebackapplication-is-not-documented',
    ask: backWithoutAnApp,
  },
  {
    id: 'privacy.setting',
    fact: 'privacy-interfaces-need-the-persons-yes',
    ask: () =>
      new Promise((resolve) =>
        wx.getPrivacySetting({
          success: (result) => resolve(shapeOf(result)),
          fail: (error) => resolve({ fail: shapeOf(error), errMsg: toJson(error.errMsg) }),
        }),
      ),
  },
  {
    id: 'request.undeclared-host',
    fact: 'request-errors-are-worded-by-the-phone',
    ask: () => request({ timeout: 4_000 }),
  },
  {
    id: 'request.plain-http',
    fact: 'rules-for-requests',
    ask: () => request({ url: 'http://undeclared.example/', timeout: 4_000 }),
  },
  {
    id: 'random.shape',
    fact: 'random-bytes-really-are-random',
    ask: () =>
      new Promise((resolve) =>
        wx.getUserCryptoManager().getRandomValues({
          length: 16,
          success: ({ randomValues }) => {
            const bytes = [...new Uint8Array(randomValues)];
            resolve({ length: bytes.length, allEqual: bytes.every((byte) => byte === bytes[0]) });
          },
          fail: (error) => resolve({ fail: toJson(error) }),
        }),
      ),
  },
  {
    id: 'system.shape',
    fact: 'system-information-in-parts',
    ask() {
      const { language, theme, SDKVersion, fontSizeScaleFactor } = wx.getAppBaseInfo();
      return {
        language: /^[a-z]{2}(_[A-Z]{2})?$/.test(language) ? 'xx or xx_XX' : language,
        theme: theme === undefined ? '[undefined]' : 'a word',
        SDKVersion: /^\d+\.\d+\.\d+$/.test(SDKVersion) ? 'three numbers' : SDKVersion,
        fontSizeScaleFactor: typeof fontSizeScaleFactor,
      };
    },
  },
];

/** Only where no app waits: there it would leave. */
function backWithoutAnApp(): Promise<ProbeJson> | undefined {
  const options = lastDetail('App.onShow');
  if (isRecord(options) && options.scene === 1069) return undefined;
  if (typeof wx.navigateBackApplication !== 'function') return undefined;
  return new Promise((resolve) =>
    wx.navigateBackApplication?.({
      extraData: 'probe',
      success: () => resolve({ ended: 'success' }),
      fail: ({ errMsg }) => resolve({ ended: 'fail', errMsg }),
    }),
  );
}

function request(option: { readonly url?: string; readonly timeout: number }): Promise<ProbeJson> {
  return new Promise((resolve) =>
    wx.request({
      url: 'https://undeclared.example/',
      ...option,
      success: ({ statusCode }) => resolve({ ended: 'success', statusCode }),
      fail: (error) => resolve({ ended: 'fail', ...errorOf(error) }),
    }),
  );
}

/** The words and the number, which is what the login reads. */
export function errorOf(error: unknown): { readonly [key: string]: ProbeJson } {
  if (!isRecord(error)) return { error: toJson(error) };
  return {
    errMsg: toJson(error.errMsg),
    errno: error.errno === undefined ? '[absent]' : toJson(error.errno),
  };
}

function shapeOf(value: unknown): ProbeJson {
  if (!isRecord(value)) return typeof value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, typeof value[key]]),
  );
}
