import type { PublicKey } from '../login/launch/launch';
import type * as Seal from '../packages/seal/seal';

/**
 * A compact JWE to the app's one-time key. The subpackage is fetched here and nowhere else: 50 KB that most launches never need.
 * Null: it could not be fetched, this WeChat has no source of randomness, or the key is none.
 */
export function seal(plaintext: string, key: PublicKey, done: (jwe: string | null) => void): void {
  loadSeal()
    .then(async (module) => module.seal(plaintext, key, await randomBytes(module.randomBytesNeeded)))
    .then(done, () => done(null));
}

/**
 * `async`, so that a base library before 2.11.2, which has no `require.async`, rejects as well.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html
 */
async function loadSeal(): Promise<typeof Seal> {
  return await require.async('../packages/seal/seal');
}

/** https://developers.weixin.qq.com/miniprogram/dev/api/base/crypto/UserCryptoManager.getRandomValues.html */
function randomBytes(length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    wx.getUserCryptoManager().getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    });
  });
}
