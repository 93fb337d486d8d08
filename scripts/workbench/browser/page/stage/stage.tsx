import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhoneMoment } from '../stills/moments';
import { StillFrame } from '../stills/still-frame';
import { useWords } from '../words/words';

interface Props {
  readonly src: string;
  /** CSS px of the phone's screen. */
  readonly width: number;
  readonly height: number;
  readonly loading: boolean;
  readonly inert: boolean;
  readonly problem: string | null;
  readonly onLoad: (frame: HTMLIFrameElement) => void;
  /** What it showed once, over what it shows now. */
  readonly past: PhoneMoment | null;
  readonly pastBar: ComponentChildren;
  readonly onNow: () => void;
}

/** Around the screen, CSS px: the case and some air. */
const margin = 30;

/**
 * The phone on the table: its page in a frame of real size, made smaller as a whole when the window
 * is.
 */
export function Stage(props: Props) {
  const { src, width, height, loading, inert, problem, onLoad, past, pastBar, onNow } = props;
  const words = useWords();
  const table = useRef<HTMLElement>(null);
  const [room, setRoom] = useState({ width: 460, height: 800 });

  useEffect(() => {
    const element = table.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined)
        setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const fits = Math.min(1, (room.width - 2 * margin) / width, (room.height - 2 * margin) / height);
  // Whole pixels, or a hairline of the case shows at the screen's edge.
  const shown = Math.round(width * fits);
  const scale = shown / width;
  return (
    <main class="stage" ref={table} aria-label={words.phoneLook} inert={inert}>
      <div class="device">
        <div
          class="device-screen"
          style={{ width: `${shown}px`, height: `${Math.floor(height * scale)}px` }}
        >
          <iframe
            title={words.phoneLook}
            src={src}
            width={width}
            height={height}
            style={{ transform: `scale(${scale})` }}
            allow="clipboard-read; clipboard-write"
            onLoad={(event) => onLoad(event.currentTarget)}
          />
        </div>
        {past !== null && (
          <div class="past">
            <StillFrame
              still={past.still}
              title={words.past.screen}
              width={past.width}
              height={past.height}
              scale={Math.min(shown / past.width, (height * scale) / past.height)}
            />
            <button type="button" class="past-cover" aria-label={words.past.now} onClick={onNow} />
          </div>
        )}
      </div>
      {pastBar}
      {loading && problem === null && <p class="stage-note">{words.loading}</p>}
      {problem !== null && (
        <p class="stage-problem" role="alert">
          {problem}
        </p>
      )}
    </main>
  );
}
