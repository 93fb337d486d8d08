import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BrandState } from '../../../brand-state';

/** How often the server is asked, ms: a pack is edited in another window. */
const pollMs = 700;

/** After which a server that has not answered is gone, ms. */
const patienceMs = 60_000;

export interface Brands {
  /** Null until the server has answered, and where brands can't be chosen. */
  readonly state: BrandState | null;
  /** The brand that is on its way to the phone. */
  readonly changingTo: string | null;
  readonly choose: (name: string) => void;
}

/**
 * @param onEnvironment Another environment serves this page: phone, app and timeline are the
 *   earlier one's.
 */
export function useBrand(path: string | null, onEnvironment: (state: BrandState) => void): Brands {
  const [state, setState] = useState<BrandState | null>(null);
  const [changingTo, setChangingTo] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const moved = useRef(onEnvironment);
  moved.current = onEnvironment;

  useEffect(() => {
    if (path === null) return;
    let environment: number | null = null;
    let current = true;
    const ask = async () => {
      const next: BrandState | null = await fetch(
        `${path}?lang=${document.documentElement.lang}`,
      ).then(
        (response) => response.json(),
        // Between two environments nobody answers; the pill at the top says so when it lasts.
        () => null,
      );
      if (next === null || !current) return;
      // An answer from before the choice.
      if (wanted.current !== null && next.wanted !== wanted.current) return;
      if (environment !== null && environment !== next.environment) {
        current = false;
        return moved.current(next);
      }
      environment = next.environment;
      if (next.shown === next.wanted || next.problems.length > 0) {
        wanted.current = null;
        setChangingTo(null);
      }
      setState((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
    };
    void ask();
    const timer = setInterval(() => void ask(), pollMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [path]);

  const choose = useCallback(
    (name: string) => {
      if (path === null) return;
      wanted.current = name;
      setChangingTo(name);
      setState((old) => (old === null ? old : { ...old, wanted: name, problems: [] }));
      const refused = () => {
        wanted.current = null;
        setChangingTo(null);
      };
      // No answer is none: the server may have begun to start again with that brand.
      post(path, name).then(
        (taken) => taken || refused(),
        () => setTimeout(refused, patienceMs),
      );
    },
    [path],
  );
  return { state, changingTo, choose };
}

/** What comes of it is seen at the next look. */
async function post(path: string, name: string): Promise<boolean> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return response.ok;
}
