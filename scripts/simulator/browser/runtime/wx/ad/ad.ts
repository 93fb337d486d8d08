import type { ApiFamily, WxFunction } from '../call';
import { isParams } from '../call';

/** https://developers.weixin.qq.com/miniprogram/dev/api/ad/RewardedVideoAd.onError.html */
const INVALID_UNIT = { errCode: 1002, errMsg: 'invalid ad unit id' };
const NOTHING_FITS = { errCode: 1004, errMsg: 'no suitable advertisement' };

/**
 * There is never an advertisement, which every program has to be ready for: what is loaded or shown
 * fails as WeChat's does when none fits.
 */
export const ads: ApiFamily = ({ runtime, synchronous, guarded }) => {
  const create = (given: unknown) => {
    const { adUnitId } = isParams(given) ? given : {};
    const failure = typeof adUnitId === 'string' && adUnitId !== '' ? NOTHING_FITS : INVALID_UNIT;
    const listeners = new Set<WxFunction>();
    const fail = () => {
      runtime.host.deliver(() => {
        for (const listener of listeners) guarded(() => void listener({ ...failure }));
      });
      return runtime.Promise.reject({ ...failure });
    };
    // It loads by itself when it is made.
    setTimeout(() => void fail().catch(() => undefined), 0);
    const ignored = ['Load', 'Close', 'Hide', 'Resize'].flatMap((event) => [
      [`on${event}`, () => undefined],
      [`off${event}`, () => undefined],
    ]);
    return {
      ...Object.fromEntries(ignored),
      load: fail,
      show: fail,
      hide: () => undefined,
      destroy: () => listeners.clear(),
      onError: (listener: WxFunction) => void listeners.add(listener),
      offError: (listener?: WxFunction) =>
        void (listener ? listeners.delete(listener) : listeners.clear()),
    };
  };
  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/ad/wx.createRewardedVideoAd.html */
    createRewardedVideoAd: synchronous('createRewardedVideoAd', create),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/ad/wx.createInterstitialAd.html */
    createInterstitialAd: synchronous('createInterstitialAd', create),
  };
};
