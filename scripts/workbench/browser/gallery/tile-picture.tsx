import { useEffect, useRef, useState } from 'preact/hooks';
import type { Still } from '../page/stills/still';
import { StillFrame } from '../page/stills/still-frame';
import type { Tile } from './tiles';

/** CSS px; of a tablet it is half as much again. */
const tileWidth = 232;

/** A tile, with its frame only while it is near what can be seen: there may be thousands. */
export function TilePicture(props: {
  readonly tile: Tile;
  readonly still: Still | undefined;
  readonly caption: string;
  readonly label: string;
  readonly onOpen: () => void;
}) {
  const { tile, still, caption, label, onOpen } = props;
  const { width, height } = sizeOf(tile);
  const shown = width > 500 ? tileWidth * 1.5 : tileWidth;
  const scale = shown / width;
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  return (
    <figure class="tile" style={{ width: `${shown}px` }}>
      <div class="tile-screen" ref={place} style={{ height: `${Math.floor(height * scale)}px` }}>
        {still !== undefined && isNear && (
          <StillFrame still={still} title={caption} {...{ width, height, scale }} />
        )}
        <button type="button" class="tile-open" aria-label={label} onClick={onOpen} />
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** CSS px of the tile's phone. */
export function sizeOf({ look: { device } }: Tile) {
  return { width: device.screenWidth ?? 375, height: device.screenHeight ?? 812 };
}

function useNear(place: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return isNear;
}
