import { useEffect, useRef, useState } from 'preact/hooks';
import type { Picked } from '../../contract/picked';
import { pickAt } from './pick';

interface Props {
  readonly src: string;
  readonly title: string;
  /** What is to be chosen; null: the phone is used. */
  readonly hint: string | null;
  readonly onOpen: (page: Window) => void;
  readonly onPick: (found: Picked) => void;
}

/** Around the screen, CSS px. */
const margin = 24;

/** The phone's page in its own size, made smaller as a whole where there is less room. */
export function Stage({ src, title, hint, onOpen, onPick }: Props) {
  const [screen, setScreen] = useState({ width: 375, height: 812 });
  const [room, setRoom] = useState({ width: 430, height: 860 });
  const [shown, setShown] = useState<Picked | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const page = useRef<Window | null>(null);

  useEffect(() => {
    const element = table.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scale = Math.min(
    1,
    (room.width - margin) / screen.width,
    Math.max(300, room.height - margin) / screen.height,
  );
  const opened = (frame: HTMLIFrameElement) => {
    const inner = frame.contentWindow;
    if (!inner?.phone) return;
    page.current = inner;
    const { screenWidth, screenHeight } = inner.phone.device;
    setScreen({ width: screenWidth, height: screenHeight });
    onOpen(inner);
  };
  const at = async (event: MouseEvent): Promise<Picked | null> => {
    const cover = event.currentTarget;
    if (!page.current || !(cover instanceof HTMLElement)) return null;
    const { left, top } = cover.getBoundingClientRect();
    return await pickAt(
      page.current,
      (event.clientX - left) / scale,
      (event.clientY - top) / scale,
    );
  };
  const size = { width: `${screen.width * scale}px`, height: `${screen.height * scale}px` };
  return (
    <div class="stage" ref={table}>
      <div class="device" style={size}>
        <iframe
          title={title}
          src={src}
          width={screen.width}
          height={screen.height}
          style={{ transform: `scale(${scale})` }}
          allow="clipboard-read; clipboard-write"
          onLoad={({ currentTarget }) => opened(currentTarget)}
        />
        {hint !== null && (
          <button
            type="button"
            class="cover"
            aria-label={hint}
            onMouseMove={async (event) => setShown(await at(event))}
            onMouseLeave={() => setShown(null)}
            onClick={async (event) => {
              const found = await at(event);
              setShown(null);
              if (found) onPick(found);
            }}
          >
            {shown && (
              <i
                style={{
                  left: `${shown.box.left * scale}px`,
                  top: `${shown.box.top * scale}px`,
                  width: `${shown.box.width * scale}px`,
                  height: `${shown.box.height * scale}px`,
                }}
              />
            )}
          </button>
        )}
      </div>
      {hint !== null && <p class="hint">{shown ? shown.locator : hint}</p>}
    </div>
  );
}
