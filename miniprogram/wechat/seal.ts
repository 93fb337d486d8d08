import type { PublicKey } from '../login/effect';

/** Null: the subpackage could not be loaded, or this WeChat has no source of randomness. */
export function seal(plaintext: string, key: PublicKey, done: (jwe: string | null) => void): void {
  void plaintext;
  void key;
  done(null);
}
