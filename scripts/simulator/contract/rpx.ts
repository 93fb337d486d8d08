/** 750 rpx are the width of the screen, so 1 rpx is 100/750 vw. https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html */
export function rpxToVw(text: string): string {
  return text.replace(
    /(?<![\w.-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g,
    (_, number: string) => `${trimmed((Number(number) * 100) / 750)}vw`,
  );
}

function trimmed(value: number): string {
  return String(Number(value.toFixed(5)));
}
