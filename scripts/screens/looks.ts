import type { DeviceInfo } from '@mini-login/simulator/contract';

/** A phone to look at the screens on. */
export interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly device: Partial<DeviceInfo>;
}

type Theme = Look['theme'];

/** Width, height, status bar, home indicator and WeChat's text size. */
type Size = readonly [
  screenWidth: number,
  screenHeight: number,
  statusBarHeight: number,
  safeAreaBottom: number,
  fontSizeScaleFactor: number,
];

const sizes = {
  320: [320, 568, 20, 0, 1],
  667: [375, 667, 20, 0, 1],
  375: [375, 812, 44, 34, 1],
  430: [430, 932, 59, 34, 1],
  largest: [375, 812, 44, 34, 1.75],
  /** The least room that there is. */
  tightest: [320, 568, 20, 0, 1.75],
  tablet: [820, 1180, 24, 20, 1],
} as const satisfies Readonly<Record<string, Size>>;

export type LookName = `${keyof typeof sizes}-${Theme}`;

export function lookAt(name: LookName): Look {
  const found = looks.find((one) => one.name === name);
  if (!found) throw new Error(`no look ${name}`);
  return found;
}

export const looks: readonly Look[] = Object.entries(sizes).flatMap(([name, size]) =>
  (['light', 'dark'] as const).map((theme) => lookOf(name, size, theme)),
);

export const tablet = lookAt('tablet-light');

function lookOf(name: string, size: Size, theme: Theme): Look {
  const [screenWidth, screenHeight, statusBarHeight, safeAreaBottom, fontSizeScaleFactor] = size;
  const device = {
    screenWidth,
    screenHeight,
    statusBarHeight,
    safeAreaBottom,
    fontSizeScaleFactor,
    theme,
  };
  return { name: `${name}-${theme}`, theme, device };
}
