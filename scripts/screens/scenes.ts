import { brand as applied } from '../../miniprogram/brand';
import type { ShownCode } from '../../miniprogram/login/failure';
import type { Lang } from '../../miniprogram/login/lang';
import type { View } from '../../miniprogram/login/screen';
import { view } from '../../miniprogram/login/view';
import { fullestOf, scenesOf } from './scene-list';
import { partsOf, type Scene } from './scene-parts';

export { viewsOf } from './scene-list';

/** With the applied brand. */
export const scenes = scenesOf(applied);

/** As much as the login screen can hold, with the applied brand. */
export const fullest = fullestOf(applied);

/** What the program shows in this scene. */
export function viewOf(scene: Scene, lang: Lang): View {
  return view(scene.state(lang));
}

/** The failure screen for any code. */
export function failed(code: ShownCode, apiCode?: number): Scene['state'] {
  return partsOf(applied).failed(code, apiCode);
}
