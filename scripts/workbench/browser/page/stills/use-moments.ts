import type { PhoneDevice } from '@mini-login/simulator/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Moments, type PhoneMoment, recordMoments } from './moments';
import { isSame } from './still';

/** A moment of the past that is looked at. */
interface Past extends PhoneMoment {
  readonly entry: number;
}

export interface TimeTravel {
  /** Null: the phone shows what is now. */
  readonly past: Past | null;
  /** To the moment after an entry; null, or what looks as it does now: back to now. */
  readonly goTo: (entry: number | null) => void;
  /** Null: there is none that way. */
  readonly step: Readonly<Record<'earlier' | 'later', (() => void) | null>>;
}

export function useMoments(phone: PhoneDevice | null, page: Document | null): TimeTravel {
  const moments = useRef<Moments | null>(null);
  const [past, setPast] = useState<Past | null>(null);
  useEffect(() => {
    if (phone === null || page === null) return;
    const recording = recordMoments(phone, page);
    moments.current = recording;
    return () => recording.stop();
  }, [phone, page]);

  const goTo = (entry: number | null) => {
    const then = entry === null ? null : (moments.current?.at(entry) ?? null);
    const now = moments.current?.now();
    const isNow = then === null || (now !== undefined && isSame(now.still, then.still));
    setPast(isNow || entry === null ? null : { ...then, entry });
  };
  useEffect(() => {
    if (past === null) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setPast(null);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [past]);

  const stepTo = (direction: 'earlier' | 'later') => {
    const other = past === null ? null : moments.current?.other(past.entry, direction);
    return other == null ? null : () => goTo(other);
  };
  return { past, goTo, step: { earlier: stepTo('earlier'), later: stepTo('later') } };
}
