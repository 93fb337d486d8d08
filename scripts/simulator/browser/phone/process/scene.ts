/**
 * From these scenes the ability to go back to the app stays what it was; every other but 1069 takes it away
 * (docs/wechat.md#scene-1069-grants-the-way-back).
 */
const keeping = new Set([1001, 1038, 1089, 1090, 1131, 1187]);

/** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/launchApp.html */
export function mayReturnAfter(scene: number, before: boolean): boolean {
  if (scene === 1069) return true;
  return keeping.has(scene) && before;
}
