import type { DeviceInfo } from '@mini-login/simulator/contract';

/** Names of languages stand in their own language. */
export const languages: readonly {
  readonly value: DeviceInfo['language'];
  readonly label: string;
}[] = [
  { value: 'zh_CN', label: '简体中文' },
  { value: 'zh_TW', label: '繁體中文' },
  { value: 'zh_HK', label: '繁體中文（香港）' },
  { value: 'en', label: 'English' },
  { value: 'ja', label: '日本語' },
];

export type ScreenSize = Pick<
  DeviceInfo,
  'screenWidth' | 'screenHeight' | 'statusBarHeight' | 'safeAreaBottom'
>;

/** CSS px. */
export const screens: readonly {
  readonly value: string;
  readonly label: string;
  readonly size: ScreenSize;
}[] = [
  {
    value: '320',
    label: '320 × 568',
    size: { screenWidth: 320, screenHeight: 568, statusBarHeight: 20, safeAreaBottom: 0 },
  },
  {
    value: '375',
    label: '375 × 812',
    size: { screenWidth: 375, screenHeight: 812, statusBarHeight: 44, safeAreaBottom: 34 },
  },
  {
    value: '393',
    label: '393 × 852',
    size: { screenWidth: 393, screenHeight: 852, statusBarHeight: 54, safeAreaBottom: 34 },
  },
  {
    value: '430',
    label: '430 × 932',
    size: { screenWidth: 430, screenHeight: 932, statusBarHeight: 54, safeAreaBottom: 34 },
  },
  {
    value: '768',
    label: '768 × 1024',
    size: { screenWidth: 768, screenHeight: 1024, statusBarHeight: 24, safeAreaBottom: 20 },
  },
];

/** The size that is nearest to what the phone has. */
export function screenOf(device: DeviceInfo): { readonly value: string; readonly label: string } {
  const distance = (screen: (typeof screens)[number]) =>
    Math.abs(screen.size.screenWidth - device.screenWidth);
  return [...screens].sort((a, b) => distance(a) - distance(b))[0] ?? { value: '', label: '' };
}

/** From smaller than standard to the largest that WeChat offers. */
export const fontSizes: readonly { readonly value: string; readonly label: string }[] = [
  { value: '0.875', label: '87.5 %' },
  { value: '1', label: '100 %' },
  { value: '1.125', label: '112.5 %' },
  { value: '1.25', label: '125 %' },
  { value: '1.375', label: '137.5 %' },
  { value: '1.5', label: '150 %' },
  { value: '1.75', label: '175 %' },
];
