import type { Frame, TimelineEntry } from '@mini-login/simulator';
import { findSecrets, makeMask, maskedText, parseJson } from '../timeline/secrets';

/** Masks what the timeline and the wire show to be secret, wherever it turns up again. */
export function maskFor(
  entries: readonly TimelineEntry[],
  frames: readonly Frame[],
): (text: string) => string {
  const said = frames.map(
    ({ text }, index): TimelineEntry => ({
      kind: 'console',
      level: 'log',
      args: [parseJson(text)],
      id: -1 - index,
      at: 0,
    }),
  );
  const mask = makeMask(findSecrets([...entries, ...said]));
  return (text) => maskedText(text, mask, () => false);
}
