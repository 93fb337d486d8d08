import { useEffect, useState } from 'preact/hooks';
import type { Brand } from '../../../../miniprogram/login/brand';

/** What the program is made with now, and how often it has changed. */
export interface ProgramBrand {
  readonly brand: Brand;
  readonly edition: number;
}

/**
 * Follows the program: its files change, or another server takes its place. Null until the first
 * answer.
 */
export function useProgramBrand(path: string): ProgramBrand | null {
  const [now, setNow] = useState<ProgramBrand | null>(null);
  useEffect(() => {
    const read = async () => {
      // Between two environments nobody answers; the next event comes.
      const brand: Brand | null = await fetch(path).then(
        (response) => response.json(),
        () => null,
      );
      if (brand !== null) setNow((old) => ({ brand, edition: (old?.edition ?? 0) + 1 }));
    };
    const events = new EventSource('/simulator/events');
    events.addEventListener('open', read);
    events.addEventListener('program', read);
    return () => events.close();
  }, [path]);
  return now;
}
