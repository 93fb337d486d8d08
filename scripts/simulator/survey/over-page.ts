import type { TimelineEntry } from '../contract/timeline';
import type { Phone } from '../node/api/types';

/**
 * What WeChat draws over the page in front. `passing`: a toast or a loading, which goes by itself
 * and leaves the page as it is; `surface`: what the person has to answer.
 */
export async function overPage(
  phone: Phone,
  entries: readonly TimelineEntry[],
): Promise<'surface' | 'passing' | 'nothing'> {
  const dialog = await phone.dialog();
  const others = [phone.nativePage(), phone.picker(), phone.contract()];
  const isOpen = (await Promise.all(others)).some((each) => each !== null);
  if (isOpen || entries.some(isOpenSheet)) return 'surface';
  if (dialog === null) return 'nothing';
  return dialog.kind === 'toast' || dialog.kind === 'loading' ? 'passing' : 'surface';
}

/** One that waits for its answer. */
function isOpenSheet(entry: TimelineEntry): boolean {
  return entry.kind === 'sheet' && entry.answer === undefined;
}
