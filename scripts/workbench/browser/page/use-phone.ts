import type { PhoneDevice, TimelineEntry } from '@mini-login/simulator/contract';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface LinkedPhone {
  /** Null until the phone page has loaded and is ready. */
  readonly phone: PhoneDevice | null;
  /** The phone's page. */
  readonly page: Document | null;
  /** Why there is none: the phone page's own words. */
  readonly problem: string | null;
  readonly entries: readonly TimelineEntry[];
  /** Draws again after something was done to the phone: its state has no event of its own. */
  readonly refresh: () => void;
  /** For the phone frame's `load`. */
  readonly onFrameLoad: (frame: HTMLIFrameElement) => void;
}

/**
 * The phone in the frame as state to draw from: at most one drawing for each animation frame,
 * however much happens.
 */
export function usePhone(): LinkedPhone {
  const [phone, setPhone] = useState<PhoneDevice | null>(null);
  const [page, setPage] = useState<Document | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [entries, setEntries] = useState<readonly TimelineEntry[]>([]);
  const [, setDrawing] = useState(0);
  const stop = useRef<() => void>(() => undefined);

  const refresh = useCallback(() => setDrawing((n) => n + 1), []);
  useEffect(() => () => stop.current(), []);

  const link = async (next: PhoneDevice, inside: Document | null) => {
    await next.ready;
    stop.current();
    const copies = next.timeline.map((entry) => ({ ...entry }));
    const draw = oncePerFrame(() => setEntries([...copies]));
    stop.current = next.subscribe((entry) => {
      // The phone completes entries in place; a new object for each change lets unchanged rows be
      // left as they are.
      const index = copies.findLastIndex(({ id }) => id === entry.id);
      copies.splice(index === -1 ? copies.length : index, 1, { ...entry });
      draw();
    });
    setEntries([...copies]);
    setPhone(next);
    setPage(inside);
    setProblem(null);
  };

  const onFrameLoad = (frame: HTMLIFrameElement) => {
    const next = frame.contentWindow?.phone;
    if (next === undefined) return setProblem('window.phone is missing on the phone page');
    link(next, frame.contentDocument).catch((error: unknown) =>
      setProblem(error instanceof Error ? error.message : String(error)),
    );
  };

  return { phone, page, problem, entries, refresh, onFrameLoad };
}

function oncePerFrame(draw: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
}
