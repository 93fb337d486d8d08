import type { ApiFamily, WxFunction } from '../call';

export const networkStatus: ApiFamily = ({ runtime, asynchronous, listeners, guarded }) => {
  const known = new Set<WxFunction>();
  runtime.host.onNetworkStatusChange((status) => {
    for (const listener of known) guarded(() => void listener(status));
  });
  return {
    /**
     * `{networkType: 'wifi' | 'none', hasSystemProxy}`.
     * https://developers.weixin.qq.com/miniprogram/dev/api/device/network/wx.getNetworkType.html
     */
    getNetworkType: asynchronous('getNetworkType'),
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/device/network/wx.onNetworkStatusChange.html
     */
    onNetworkStatusChange: (given: WxFunction) =>
      listeners('onNetworkStatusChange', () => void known.add(given))(given),
    offNetworkStatusChange: (given?: WxFunction) =>
      listeners('offNetworkStatusChange', () => {
        if (given) known.delete(given);
        else known.clear();
      })(given),
  };
};
