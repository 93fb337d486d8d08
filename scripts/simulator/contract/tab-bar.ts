/**
 * WeChat's own tab bar, as it is drawn now.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#tabBar
 */
export interface TabBarView {
  readonly color: string;
  readonly selectedColor: string;
  readonly backgroundColor: string;
  readonly borderStyle: 'black' | 'white';
  readonly selected: number;
  readonly items: readonly TabItemView[];
}

export interface TabItemView {
  readonly text: string;
  /** A URL; '' for none. */
  readonly icon: string;
  readonly badge: string;
  readonly dot: boolean;
}
