import { useEffect, useRef } from 'preact/hooks';
import type { Still } from '../page/stills/still';
import { StillFrame } from '../page/stills/still-frame';
import { sizeOf } from './tile-picture';
import type { Tile } from './tiles';

/** One tile as large as the window allows, its real size at most. */
export function Enlarged(props: {
  readonly tile: Tile;
  readonly still: Still;
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { width, height } = sizeOf(props.tile);
  const scale = Math.min(1, (innerWidth - 48) / width, (innerHeight - 110) / height);
  const shown = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  return (
    <dialog ref={dialog} class="enlarged" aria-label={props.title} onClose={props.onClose}>
      <div class="enlarged-bar">
        <h2>{props.title}</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {props.close}
        </button>
      </div>
      <div
        class="enlarged-screen"
        style={{ width: `${shown.width}px`, height: `${shown.height}px` }}
      >
        <StillFrame
          still={props.still}
          title={props.title}
          {...{ width, height, scale: shown.width / width }}
        />
      </div>
    </dialog>
  );
}
