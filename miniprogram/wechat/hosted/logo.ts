interface Logo {
  readonly src: string;
}

/** What the login page of a program has besides whose logos come at run time. */
export const ownMethods = {
  /** Until then, and when it fails, the program's own mark stands in. */
  onLogoLoad(
    this: { setData(data: { readonly logoShown: string }): void },
    event: WechatMiniprogram.BaseEvent<object, Logo>,
  ): void {
    this.setData({ logoShown: event.currentTarget.dataset.src });
  },
};
