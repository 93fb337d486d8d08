import { missing } from '../../../../contract/places';
import type { ApiFamily } from '../call';

const longest = 1_048_576;

export const crypto: ApiFamily = ({ runtime, synchronous, asynchronous }) => {
  /**
   * https://developers.weixin.qq.com/miniprogram/dev/api/base/crypto/UserCryptoManager.getRandomValues.html
   */
  const getRandomValues = asynchronous('UserCryptoManager.getRandomValues', {
    params: { length: 'Number' },
    run: ({ length }) => {
      if (
        typeof length !== 'number' ||
        !Number.isInteger(length) ||
        length < 1 ||
        length > longest
      ) {
        return {
          ok: false,
          errMsg: `getRandomValues:fail invalid length, should be between 1 and ${longest}`,
        };
      }
      const values = new Uint8Array(length);
      // The browser fills 65,536 bytes at a time.
      for (let from = 0; from < length; from += 65_536)
        globalThis.crypto.getRandomValues(values.subarray(from, from + 65_536));
      return { ok: true, result: { randomValues: values.buffer } };
    },
  });
  return {
    /**
     * https://developers.weixin.qq.com/miniprogram/dev/api/base/crypto/wx.getUserCryptoManager.html
     */
    getUserCryptoManager: synchronous('getUserCryptoManager', () => ({
      getRandomValues,
      getLatestUserKey() {
        const message = missing('UserCryptoManager.getLatestUserKey', 'wx');
        runtime.host.record({ kind: 'error', message });
        throw new Error(message);
      },
    })),
  };
};
