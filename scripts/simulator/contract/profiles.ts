import type { Misbehaviour } from './misbehaviour';
import type { DeviceInfo } from './process';

/** A kind of phone, as far as WeChat is another one on it. */
export interface Profile {
  readonly device: DeviceInfo;
  readonly misbehave: Partial<Misbehaviour>;
}

/** An ordinary phone of today. */
const iphone: DeviceInfo = {
  language: 'zh_CN',
  theme: 'light',
  fontSizeScaleFactor: 1,
  SDKVersion: '3.8.10',
  version: '8.0.60',
  platform: 'ios',
  model: 'iPhone 13<iPhone14,5>',
  system: 'iOS 17.5',
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
  safeAreaBottom: 34,
  pixelRatio: 3,
  without: [],
};

/**
 * What the platform alone decides (which message brings the result to the app) follows
 * `device.platform`.
 */
export const PROFILES = {
  ios: { device: iphone, misbehave: {} },
  /** docs/wechat.md#native-surfaces-hide-and-show-the-program */
  android: {
    device: {
      ...iphone,
      platform: 'android',
      model: 'Pixel 8',
      system: 'Android 14',
      screenWidth: 393,
      screenHeight: 852,
      statusBarHeight: 32,
      safeAreaBottom: 0,
      pixelRatio: 2.75,
    },
    misbehave: { surfaces: 'show-first' },
  },
  /**
   * Its `Promise` is made of timers (docs/wechat.md#promises-are-timers-on-old-iphones), and its
   * errors are in its language.
   */
  'ios-15': {
    device: {
      ...iphone,
      model: 'iPhone 7<iPhone9,1>',
      system: 'iOS 15.8',
      screenHeight: 667,
      statusBarHeight: 20,
      safeAreaBottom: 0,
      pixelRatio: 2,
    },
    misbehave: { wording: 'localized' },
  },
  /**
   * No dark mode, and the automatic return is flaky (docs/wechat.md#going-back-ok-proves-nothing).
   */
  harmony: {
    device: {
      ...iphone,
      platform: 'ohos',
      model: 'HUAWEI Mate 70',
      system: 'HarmonyOS 5.0',
      screenWidth: 393,
      screenHeight: 852,
      statusBarHeight: 36,
      safeAreaBottom: 28,
    },
    misbehave: { navigateBackApplication: 'ok-but-stays' },
  },
  /** No app can open a program there, so there is no way back. */
  pc: {
    device: {
      ...iphone,
      version: '4.0.0',
      platform: 'windows',
      model: 'microsoft',
      system: 'Windows 10 x64',
      screenWidth: 414,
      screenHeight: 736,
      statusBarHeight: 0,
      safeAreaBottom: 0,
      pixelRatio: 1.25,
    },
    misbehave: { navigateBackApplication: 'missing', launchApp: 'invalid scene' },
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
