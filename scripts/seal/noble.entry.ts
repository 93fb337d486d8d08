// What the sealed result needs of @noble, bundled into miniprogram/packages/seal/noble.js by build.ts.
export { gcm } from '@noble/ciphers/aes.js';
export { p256 } from '@noble/curves/nist.js';
export { sha256 } from '@noble/hashes/sha2.js';
