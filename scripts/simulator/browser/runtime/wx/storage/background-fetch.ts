import type { ApiFamily } from '../call';

/** WeChat has fetched nothing ahead: the console names no address for it. */
export const backgroundFetch: ApiFamily = ({ asynchronous, listeners }) => {
  let token = '';
  return {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/storage/background-fetch/wx.getBackgroundFetchData.html
     */
    getBackgroundFetchData: asynchronous('getBackgroundFetchData', {
      params: { fetchType: 'String?' },
      run: ({ fetchType }) =>
        fetchType === undefined || fetchType === 'pre' || fetchType === 'periodic'
          ? { ok: false, errMsg: 'getBackgroundFetchData:fail record is null' }
          : { ok: false, errMsg: 'getBackgroundFetchData:fail invalid fetchType' },
    }),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/storage/background-fetch/wx.setBackgroundFetchToken.html
     */
    setBackgroundFetchToken: asynchronous('setBackgroundFetchToken', {
      params: { token: 'String' },
      run: (params) => {
        token = String(params.token);
        return { ok: true, result: {} };
      },
    }),
    getBackgroundFetchToken: asynchronous('getBackgroundFetchToken', {
      run: () =>
        token === ''
          ? { ok: false, errMsg: 'getBackgroundFetchToken:fail token is null' }
          : { ok: true, result: { token } },
    }),
    onBackgroundFetchData: (given: unknown) =>
      listeners('onBackgroundFetchData', () => undefined)(given),
  };
};
