import type { CompiledProgram } from '../../../contract/program';
import type { PageInstance } from '../process/page';
import type { PageStack } from '../process/stack';

/** CSS px; WeChat's default for `onReachBottomDistance`. */
const NEAR_BOTTOM = 50;

/** Page.onPageScroll and onReachBottom: the document scrolls, and with it the page in front. */
export function listenToScrolling(
  document: Document,
  stack: PageStack,
  program: CompiledProgram,
): void {
  const atBottom = new WeakSet<PageInstance>();
  document.addEventListener('scroll', () => {
    const page = stack.front;
    if (!page) return;
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    // Not through `page.call`: it would put hundreds of entries on the timeline.
    page.run('onPageScroll', { scrollTop });
    const distance =
      page.window.onReachBottomDistance ?? program.app.window.onReachBottomDistance ?? NEAR_BOTTOM;
    const isNear = scrollTop + clientHeight >= scrollHeight - distance;
    if (isNear && !atBottom.has(page) && page.method('onReachBottom')) page.call('onReachBottom');
    if (isNear) atBottom.add(page);
    else atBottom.delete(page);
  });
}
