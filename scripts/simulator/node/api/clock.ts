import type { CDPSession } from 'playwright-core';
import type { LentTab } from './browser';
import type { Phone } from './types';

/**
 * The phone's clock from afar. Animations and transitions of style sheets have the browser's clock:
 * they stand still with the phone's, and are moved with it.
 */
export function remoteClock({ tab, undo }: LentTab): Phone['clock'] {
  let session: Promise<CDPSession> | undefined;
  let isStopped = false;
  const openSession = async () => {
    const opened = await tab.context().newCDPSession(tab);
    undo({ dispose: () => opened.detach() });
    await opened.send('Animation.enable');
    return opened;
  };
  const setAnimationRate = async (playbackRate: number) => {
    session ??= openSession();
    await (await session).send('Animation.setPlaybackRate', { playbackRate });
  };
  return {
    now: () => tab.evaluate(() => window.phone.clock.now()),
    async advance(ms) {
      await tab.evaluate((by) => window.phone.clock.advance(by), ms);
      if (isStopped)
        await Promise.all(tab.frames().map((frame) => frame.evaluate(moveAnimations, ms)));
    },
    async stop() {
      isStopped = true;
      await setAnimationRate(0);
      await tab.evaluate(() => window.phone.clock.stop());
    },
    async start() {
      isStopped = false;
      await tab.evaluate(() => window.phone.clock.start());
      await setAnimationRate(1);
    },
  };
}

/** In a frame of the browser. One that goes with a scroll has no time. */
function moveAnimations(ms: number): void {
  for (const animation of document.getAnimations())
    if (animation.timeline instanceof DocumentTimeline)
      animation.currentTime = Number(animation.currentTime ?? 0) + ms;
}
