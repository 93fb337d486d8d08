import type { PhoneScreen } from '../screen';

/**
 * Whether the status bar's ink is light. It follows what lies under it: the app and WeChat's own
 * pages follow the phone's theme, a picture is shown on black, the program says it of its pages.
 */
export function isInkLight({
  device,
  front,
  program,
  contract,
  nativePage,
  bar,
}: Pick<PhoneScreen, 'device' | 'front' | 'program' | 'contract' | 'nativePage' | 'bar'>): boolean {
  const isDark = device.theme === 'dark';
  if (front !== 'program' || program === 'starting' || contract !== null) return isDark;
  if (nativePage !== null) return isDark || nativePage.view.kind === 'preview';
  return bar.textStyle === 'white';
}
