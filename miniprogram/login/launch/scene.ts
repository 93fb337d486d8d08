/**
 * WeChat's scenes, as far as going back to the app depends on them
 * (docs/wechat.md#scene-1069-grants-the-way-back).
 */

/** Opened by an app through WeChat's SDK: grants going back to that app. */
const fromApp = 1069;

/**
 * Coming back to the front without losing the app behind: recent programs, the task list, another
 * program, the same page.
 */
const keepsApp: readonly number[] = [1001, 1038, 1089, 1090, 1131, 1187];

export type SceneKind = 'fromApp' | 'keepsApp' | 'other';

export function sceneKind(scene: number): SceneKind {
  if (scene === fromApp) return 'fromApp';
  return keepsApp.includes(scene) ? 'keepsApp' : 'other';
}
