/**
 * Listens to a document and to every frame inside of it, also those that come later: after a tap on
 * the phone the focus is two frames further in, and events do not leave a frame.
 *
 * @returns the way to stop.
 */
export function listenEverywhere<Type extends keyof DocumentEventMap>(
  within: Document,
  type: Type,
  listener: (event: DocumentEventMap[Type]) => void,
): () => void {
  const stops: (() => void)[] = [];
  const known = new WeakSet<Document>();
  const listen = (page: Document | null) => {
    if (page === null || known.has(page)) return;
    known.add(page);
    page.addEventListener(type, listener, { capture: true });
    const frames = () => {
      for (const frame of page.querySelectorAll('iframe')) follow(frame);
    };
    const watcher = new MutationObserver(frames);
    watcher.observe(page, { childList: true, subtree: true });
    frames();
    stops.push(() => {
      watcher.disconnect();
      page.removeEventListener(type, listener, { capture: true });
    });
  };
  const followed = new WeakSet<HTMLIFrameElement>();
  const follow = (frame: HTMLIFrameElement) => {
    listen(frame.contentDocument);
    if (followed.has(frame)) return;
    followed.add(frame);
    // Its first document is an empty one.
    const onLoad = () => listen(frame.contentDocument);
    frame.addEventListener('load', onLoad);
    stops.push(() => frame.removeEventListener('load', onLoad));
  };
  listen(within);
  return () => {
    for (const stop of stops) stop();
  };
}
