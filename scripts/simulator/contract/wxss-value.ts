/**
 * What WXSS has beyond CSS in a value. 750 rpx are the width of the screen; WeChat rounds down to
 * whole px (-1.5 px is -2 px), and what would be nothing is `--least-rpx`, which the frame sets (1
 * px, on an iPhone half of one). In a string, in upper case and in a query they stay as they are
 * written. The safe area is that of the simulated phone, which the browser does not know: the frame
 * gets it as `--safe-area-inset-*`.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html
 */
export function wxssValueToCss(text: string): string {
  return text
    .replace(
      /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\((?!\s*["'])[^)]*\)|(?<![\w.-])([+-]?)(\d+\.?\d*|\.\d+)rpx\b/g,
      (found, sign: string | undefined, number: string | undefined) =>
        number === undefined ? found : toCss(Number(number), sign === '-'),
    )
    .replace(/\benv\(\s*safe-area-inset-/g, 'var(--safe-area-inset-');
}

function toCss(rpx: number, isNegative: boolean): string {
  if (rpx === 0) return '0px';
  const vw = `${isNegative ? '-' : ''}${Number(((rpx * 100) / 750).toFixed(6))}vw`;
  // A ten-thousandth more, as WeChat adds it, because a third of a pixel has no end.
  const length = `round(down, ${vw} + .0001px, 1px)`;
  return isNegative ? length : `max(var(--least-rpx, 1px), ${length})`;
}
