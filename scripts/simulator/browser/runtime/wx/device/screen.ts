import type { ApiFamily } from '../call';

const done = () => ({ ok: true, result: {} }) as const;

/** The phone's screen neither sleeps nor dims. */
export const screen: ApiFamily = ({ asynchronous }) => {
  let brightness = 0.5;
  return {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/device/screen/wx.setKeepScreenOn.html
     */
    setKeepScreenOn: asynchronous('setKeepScreenOn', {
      params: { keepScreenOn: 'Boolean' },
      run: done,
    }),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/device/screen/wx.setScreenBrightness.html
     */
    setScreenBrightness: asynchronous('setScreenBrightness', {
      params: { value: 'Number' },
      run: ({ value }) => {
        brightness = Number(value);
        return done();
      },
    }),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/device/screen/wx.getScreenBrightness.html
     */
    getScreenBrightness: asynchronous('getScreenBrightness', {
      run: () => ({ ok: true, result: { value: brightness } }),
    }),
  };
};
