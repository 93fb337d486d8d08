/**
 * @throws For what WeChat's documents don't promise, unless it was asked for: such a suite would
 *   find nothing on DevTools.
 *   https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html
 */
export function checkSelector(selector: string, lenient: boolean): string {
  if (lenient || !selector.includes('[')) return selector;
  throw new Error(
    `"${selector}" selects by an attribute. WXSS selectors know classes, ids and tags only, so WeChat's own tools need not find it. ` +
      'Give the element a class or an id, or ask the simulator for --lenient.',
  );
}
