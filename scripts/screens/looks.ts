import type { DeviceInfo } from '@mini-login/simulator';

/** A phone to look at the screens on. */
export interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly device: Partial<DeviceInfo>;
}

type Size = readonly [name: string, device: Partial<DeviceInfo>];

const sizes: readonly Size[] = [
  [
    '320',
    {
      screenWidth: 320,
      screenHeight: 568,
      statusBarHeight: 20,
      safeAreaBottom: 0,
      fontSizeScaleFactor: 1,
    },
  ],
  [
    '375',
    {
      screenWidth: 375,
      screenHeight: 812,
      statusBarHeight: 44,
      safeAreaBottom: 34,
      fontSizeScaleFactor: 1,
    },
  ],
  [
    '430',
    {
      screenWidth: 430,
      screenHeight: 932,
      statusBarHeight: 59,
      safeAreaBottom: 34,
      fontSizeScaleFactor: 1,
    },
  ],
  // Taller than the phone is, so that the picture shows what a person scrolls to.
  [
    'largest',
    {
      screenWidth: 375,
      screenHeight: 1240,
      statusBarHeight: 44,
      safeAreaBottom: 34,
      fontSizeScaleFactor: 1.75,
    },
  ],
];

/** Not in the contact sheet of every run: the screens stay one column in the middle. */
export const tablet: Look = {
  name: 'tablet-light',
  theme: 'light',
  device: {
    screenWidth: 820,
    screenHeight: 1180,
    statusBarHeight: 24,
    safeAreaBottom: 20,
    fontSizeScaleFactor: 1,
    theme: 'light',
  },
};

export const looks: readonly Look[] = sizes.flatMap(([name, device]) =>
  (['light', 'dark'] as const).map((theme) => ({
    name: `${name}-${theme}`,
    theme,
    device: { ...device, theme },
  })),
);
