import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Still } from '../page/stills/still';
import { createPrinter, type Printer } from './printer';
import type { Tile } from './tiles';

export interface Stills {
  readonly stills: ReadonlyMap<string, Still>;
  /** Why no more come. */
  readonly problem: string | null;
}

/**
 * Draws tile after tile on one phone, whose place is `frame`; all again when `edition` changes,
 * which says that brand or program have.
 */
export function useStills(
  frame: RefObject<HTMLIFrameElement | null>,
  phonePath: string,
  tiles: readonly Tile[],
  edition: number,
): Stills {
  const [shown, setShown] = useState<Stills>({ stills: new Map(), problem: null });
  const drawing = useRef<Drawing | null>(null);
  const wanted = tiles.map(({ key }) => key).join();
  useEffect(() => {
    const place = frame.current;
    if (place === null) return;
    if (drawing.current?.edition !== edition)
      drawing.current = {
        ...{ edition, drawn: new Map(), last: Promise.resolve() },
        printer: createPrinter(place, phonePath),
      };
    const { drawn, printer, last } = drawing.current;
    let current = true;
    const publish = (problem: string | null = null) =>
      // What was drawn before stays until it is drawn again.
      current && setShown((old) => ({ stills: new Map([...old.stills, ...drawn]), problem }));
    const draw = async () => {
      // Those of one launch together.
      const missing = tiles
        .filter(({ key }) => !drawn.has(key))
        .sort((one, other) => launchOf(one).localeCompare(launchOf(other)));
      for (const { key, ...tile } of missing) {
        if (!current) return;
        drawn.set(key, await printer.print(tile));
      }
    };
    const timer = setInterval(publish, showEveryMs);
    drawing.current.last = last
      .then(draw)
      .then(
        () => publish(),
        (error: unknown) => publish(error instanceof Error ? error.message : String(error)),
      )
      .then(() => clearInterval(timer));
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [edition, wanted, phonePath]);
  return shown;
}

/** What one edition is drawn with. */
interface Drawing {
  readonly edition: number;
  readonly printer: Printer;
  /** By the tiles' keys. */
  readonly drawn: Map<string, Still>;
  /** The phone shows one screen at a time: who comes next waits. */
  last: Promise<void>;
}

/** How often new tiles appear, ms. */
const showEveryMs = 250;

/** Another text size takes a launch; so does the language of the agreements' page. */
const launchOf = ({ look, lang, shown }: Tile) =>
  `${look.device.fontSizeScaleFactor ?? 1} ${'agreement' in shown ? lang : ''}`;
