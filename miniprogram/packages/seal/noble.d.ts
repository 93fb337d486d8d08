/** The part of @noble that noble.js holds, as seal.ts uses it. */

export declare const p256: {
  readonly utils: { randomSecretKey(seed: Uint8Array): Uint8Array };
  getPublicKey(secretKey: Uint8Array, isCompressed: boolean): Uint8Array;
  /** Throws when the public key is not a point of the curve. */
  getSharedSecret(secretKey: Uint8Array, publicKey: Uint8Array, isCompressed: boolean): Uint8Array;
};

export declare function gcm(
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
): { encrypt(plaintext: Uint8Array): Uint8Array };

export declare function sha256(message: Uint8Array): Uint8Array;
