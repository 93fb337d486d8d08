type KeyHandler = (event: KeyboardEvent) => void;

/**
 * Hears keys in a document and in every frame inside of it, also those that come later: after a tap
 * on the phone the focus is two frames further in, and keys do not leave a frame.
 *
 * @returns the way to stop.
 */
export function hearKeys(within: Document, onKey: KeyHandler): () => void {
  const stops: (() => void)[] = [];
  const known = new WeakSet<Document>();
  const hear = (page: Document | null) => {
    if (page === null || known.has(page)) return;
    known.add(page);
    page.addEventListener('keydown', onKey);
    const frames = () => {
      for (const frame of page.querySelectorAll('iframe')) follow(frame);
    };
    const watcher = new MutationObserver(frames);
    watcher.observe(page, { childList: true, subtree: true });
    frames();
    stops.push(() => {
      watcher.disconnect();
      page.removeEventListener('keydown', onKey);
    });
  };
  const followed = new WeakSet<HTMLIFrameElement>();
  const follow = (frame: HTMLIFrameElement) => {
    hear(frame.contentDocument);
    if (followed.has(frame)) return;
    followed.add(frame);
    // Its first document is an empty one.
    const onLoad = () => hear(frame.contentDocument);
    frame.addEventListener('load', onLoad);
    stops.push(() => frame.removeEventListener('load', onLoad));
  };
  hear(within);
  return () => {
    for (const stop of stops) stop();
  };
}
