import type { ApiFamily } from '../call';

export const location: ApiFamily = ({ asynchronous }) => ({
  /** https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.getLocation.html */
  getLocation: asynchronous('getLocation', {
    params: {
      type: 'String?',
      altitude: 'Boolean?',
      isHighAccuracy: 'Boolean?',
      highAccuracyExpireTime: 'Number?',
    },
  }),
  /** https://developers.weixin.qq.com/miniprogram/dev/api/location/wx.chooseLocation.html */
  chooseLocation: asynchronous('chooseLocation', {
    params: { latitude: 'Number?', longitude: 'Number?' },
  }),
});
