import { createCipheriv, randomBytes } from 'node:crypto';

/**
 * What the client hands over instead of the plain data; only who has the `session_key` can read it.
 * Both base64.
 */
export interface EncryptedData {
  readonly encryptedData: string;
  readonly iv: string;
}

/**
 * AES-128-CBC with PKCS#7 under the base64 `session_key`, watermarked with the AppID and the time
 * in seconds.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
 */
export function encrypt(
  data: Readonly<Record<string, unknown>>,
  sessionKey: string,
  appid: string,
  nowMs: number,
): EncryptedData {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv);
  const plaintext = JSON.stringify({
    ...data,
    watermark: { timestamp: Math.floor(nowMs / 1000), appid },
  });
  const encryptedData = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]).toString(
    'base64',
  );
  return { encryptedData, iv: iv.toString('base64') };
}
