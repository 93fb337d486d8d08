/**
 * What WXSS has beyond CSS in a value. 750 rpx are the width of the screen, so 1 rpx is 100/750 vw. The safe area is that of the
 * simulated phone, which the browser does not know: the frame gets it as `--safe-area-inset-*`.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html
 */
export function wxssValueToCss(text: string): string {
  return text
    .replace(
      /(?<![\w.-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
      (_, number: string) => `${Number(((Number(number) * 100) / 750).toFixed(5))}vw`,
    )
    .replace(/\benv\(\s*safe-area-inset-/g, 'var(--safe-area-inset-');
}
