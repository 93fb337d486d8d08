import { useRef, useState } from 'preact/hooks';
import type { Picked } from '../../contract/picked';
import type { UiClient } from './client';
import type { UiWords } from './words';

interface Props {
  readonly client: UiClient;
  /** Of the phone's screen, CSS px of the phone. */
  readonly size: { readonly width: number; readonly height: number };
  readonly words: UiWords;
  readonly onPick: (found: Picked) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far an arrow key goes. */
const stride = 8;

/** Over the phone's picture: what lies under the pointer, and how it is found. */
export function Cover({ client, size, words, onPick }: Props) {
  const [point, setPoint] = useState<Point>({ x: size.width / 2, y: size.height / 2 });
  const [shown, setShown] = useState<Picked | null>(null);
  const asking = useRef<{ isBusy: boolean; next: Point | null }>({ isBusy: false, next: null });

  /** One question at a time; what was pointed at meanwhile comes last. */
  const look = async (at: Point): Promise<void> => {
    setPoint(at);
    const { current } = asking;
    current.next = at;
    if (current.isBusy) return;
    current.isBusy = true;
    while (current.next) {
      const { x, y } = current.next;
      current.next = null;
      setShown(await client.pick(x, y));
    }
    current.isBusy = false;
  };
  const take = async (at: Point) => {
    const found = await client.pick(at.x, at.y);
    if (found) onPick(found);
  };
  const pointOf = (event: MouseEvent): Point => {
    const cover = event.currentTarget;
    if (!(cover instanceof HTMLElement)) return point;
    const { left, top, width, height } = cover.getBoundingClientRect();
    return {
      x: ((event.clientX - left) / width) * size.width,
      y: ((event.clientY - top) / height) * size.height,
    };
  };
  const move = (event: KeyboardEvent) => {
    const [x, y] = STEPS[event.key] ?? [0, 0];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    void look({ x: point.x + x * stride, y: point.y + y * stride });
  };
  const part = (length: number, of: number) => `${(length / of) * 100}%`;
  return (
    <>
      <button
        type="button"
        class="cover"
        aria-label={words.pickHint}
        ref={(cover) => cover?.focus()}
        onMouseMove={(event) => void look(pointOf(event))}
        onMouseLeave={() => setShown(null)}
        onKeyDown={move}
        // By the keyboard: no place of a pointer.
        onClick={(event) => void take(event.detail === 0 ? point : pointOf(event))}
      >
        {shown && (
          <i
            style={{
              left: part(shown.box.left, size.width),
              top: part(shown.box.top, size.height),
              width: part(shown.box.width, size.width),
              height: part(shown.box.height, size.height),
            }}
          />
        )}
      </button>
      <p class="pointed">{shown ? shown.locator : words.pickHint}</p>
    </>
  );
}

const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ...{ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] },
};
