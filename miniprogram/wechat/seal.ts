import type { PublicKey } from '../login/launch/launch';
import type * as Seal from '../packages/seal/seal';
import { answerOnce, attempt } from './answer-once';

export interface Sealer {
  /** Fetches the subpackage: 50 KB that most launches never need. */
  prepare(): void;
  /**
   * A compact JWE to the app's one-time key. Null: the package could not be fetched, or the source
   * of randomness is none.
   */
  seal(plaintext: string, key: PublicKey, done: (jwe: string | null) => void): void;
}

export function createSealer(): Sealer {
  let last: number | null = null;

  /**
   * A source that repeats itself would give the session away
   * (docs/wechat.md#random-bytes-really-are-random).
   */
  const isRandom = (bytes: Uint8Array): boolean => {
    const mark = fingerprint(bytes);
    const repeats = mark === last || bytes.every((byte) => byte === bytes[0]);
    last = mark;
    return !repeats;
  };

  return {
    prepare: () => attempt(() => void loadSeal().catch(() => undefined)),
    seal(plaintext, key, done) {
      answerOnce(done, null, (answer) => {
        loadSeal()
          .then((module) =>
            randomBytes(module.randomBytesNeeded).then((bytes) =>
              isRandom(bytes) ? module.seal(plaintext, key, bytes) : null,
            ),
          )
          .then(answer, () => answer(null));
      });
    },
  };
}

/**
 * FNV-1a, 32 bits: enough to notice a repeat, and nothing to make the bytes of, which are a private
 * key, while the process lives on.
 */
function fingerprint(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html */
function loadSeal(): Promise<typeof Seal> {
  return require.async('../packages/seal/seal');
}

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/crypto/UserCryptoManager.getRandomValues.html
 */
function randomBytes(length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    wx.getUserCryptoManager().getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    });
  });
}
