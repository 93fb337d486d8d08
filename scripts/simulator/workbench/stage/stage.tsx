import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words';

interface Props {
  readonly src: string;
  /** CSS px of the phone's screen. */
  readonly width: number;
  readonly height: number;
  readonly loading: boolean;
  readonly problem: string | null;
  readonly onLoad: (frame: HTMLIFrameElement) => void;
}

const bezel = 11;
const margin = 20;

/** The phone on the table: its page in a frame of real size, made smaller as a whole when the window is. */
export function Stage({ src, width, height, loading, problem, onLoad }: Props) {
  const words = useWords();
  const table = useRef<HTMLElement>(null);
  const [room, setRoom] = useState({ width: 460, height: 800 });

  useEffect(() => {
    const element = table.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const outer = { width: width + 2 * bezel, height: height + 2 * bezel };
  const scale = Math.min(1, (room.width - 2 * margin) / outer.width, (room.height - 2 * margin) / outer.height);
  return (
    <main class="stage" ref={table} aria-label={words.phoneLook}>
      <div class="device-place" style={{ width: outer.width * scale, height: outer.height * scale }}>
        <div class="device" style={{ width: outer.width, height: outer.height, transform: `scale(${scale})` }}>
          <iframe
            class="device-screen"
            title={words.phoneLook}
            src={src}
            width={width}
            height={height}
            allow="clipboard-read; clipboard-write"
            onLoad={(event) => onLoad(event.currentTarget)}
          />
        </div>
      </div>
      {loading && problem === null && <p class="stage-note">{words.loading}</p>}
      {problem !== null && (
        <p class="stage-problem" role="alert">
          {problem}
        </p>
      )}
    </main>
  );
}
