import type { WaysBack } from '../../../contract/phone';

export const noWayBack: WaysBack = { launchApp: false, navigateBackApplication: 'refused' };

/**
 * From these scenes the button's right to go back to the app stays what it was; every other but
 * 1069 takes it away (docs/wechat.md#scene-1069-grants-the-way-back).
 */
const keeping = new Set([1001, 1038, 1089, 1090, 1131, 1187]);

/**
 * What the call does where the button keeps its right is nowhere documented: it most likely says
 * `ok` and stays, because the entry in front is not the app's
 * (docs/wechat.md#going-back-ok-proves-nothing).
 */
export function waysBackAfter(scene: number, before: WaysBack): WaysBack {
  if (scene === 1069) return { launchApp: true, navigateBackApplication: 'switches' };
  return keeping.has(scene) && before.launchApp
    ? { launchApp: true, navigateBackApplication: 'stays' }
    : noWayBack;
}
