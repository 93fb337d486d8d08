/** What the official typings say of each name of `wx`. */
export type ApiTable = Readonly<Record<string, ApiFacts>>;

export interface ApiFacts {
  /** The base library that brought it. */
  readonly since?: string;
  /** WeChat's documentation says: do not use. */
  readonly deprecated?: true;
}

/**
 * What older base libraries lack and the typings do not say.
 * https://developers.weixin.qq.com/miniprogram/dev/component/button.html
 */
export const SINCE = {
  /** `open-type="agreePrivacyAuthorization"`. */
  agreePrivacy: '2.32.3',
  /** `code` in the answer of `open-type="getPhoneNumber"`. */
  phoneCode: '2.21.2',
  /** docs/wechat.md#one-button-for-agreeing-and-the-number */
  coupledPrivacy: '2.33.1',
} as const;

/**
 * To choose from: of today, the program's floor, and those in which something that matters came.
 */
export const BASE_LIBRARIES = [
  '3.8.10',
  '3.6.0',
  '3.0.0',
  '2.33.1',
  '2.32.3',
  '2.28.0',
  '2.20.2',
] as const;

/** Negative when `a` is older than `b`; `3.10.0` is newer than `3.9.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
