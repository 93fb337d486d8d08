import type { EnterOptions, TimelineEntry } from '../../contract/timeline';
import { quoteText } from '../../test/text';
import { type Fingers, watchFingers } from './fingers';
import type { Recording } from './recording';
import { watchSurfaces } from './surfaces';
import { writePath, writeValue } from './test-text';

/** As DevTools and this package's `launch()` open a project. */
export const openedByTools = 1001;

/** Records what a person does on the phone in a frame. Returns the way to stop. */
export function watchPhone(page: Window, recording: Recording): () => void {
  const { phone, document } = page;
  let fingers: Fingers | null = null;
  let path = '';
  const seen = new Set<number>();

  const watchFrame = (frame: HTMLIFrameElement) =>
    // After the phone's own guard, and before the runtime is loaded.
    frame.addEventListener('load', () => {
      const inner = frame.contentWindow;
      if (inner) fingers = watchFingers(inner, phone, recording);
    });
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node.nodeName === 'IFRAME' && node.parentElement?.matches('.program-place'))
          watchFrame(node as HTMLIFrameElement);
  });
  observer.observe(document, { childList: true, subtree: true });
  watchSurfaces(document, phone, recording);

  const take = (entry: TimelineEntry) => {
    if (seen.has(entry.id)) return;
    seen.add(entry.id);
    if (entry.kind === 'tap') fingers?.tapped();
    if (entry.kind === 'launch') {
      const code = launchCode(entry.options);
      // Where the test begins, too.
      if (entry.options.scene !== openedByTools) recording.add(() => ({ kind: 'other', code }));
    }
    if (entry.kind === 'screen' && entry.page !== path) {
      path = entry.page;
      const code = `expect(program).toHavePath(${quoteText(path)})`;
      recording.add(() => ({ kind: 'path', target: 'path', code }));
    }
  };
  const stop = phone.subscribe(take);
  return () => {
    stop();
    observer.disconnect();
  };
}

/** As an app launches it. */
function launchCode({ path, query, scene, referrerInfo }: EnterOptions): string {
  const { appId, extraData } = referrerInfo ?? {};
  const parts = [
    `path: ${writePath(path, query)}`,
    `scene: ${scene}`,
    ...(appId === undefined ? [] : [`appId: ${quoteText(appId)}`]),
    ...(extraData === undefined ? [] : [`extraData: ${writeValue(extraData)}`]),
  ];
  return `program.phone.launch({ ${parts.join(', ')} })`;
}
