import type { TimelineEntry } from '@mini-login/simulator/contract';
import { useMemo, useState } from 'preact/hooks';
import { findSecrets, makeMask } from '../../../../timeline/secrets';
import type { Secrecy } from './secret';

/**
 * Everything is masked until asked for; what was opened one by one closes again with the switch.
 */
export function useSecrecy(
  entries: readonly TimelineEntry[],
): Secrecy & { readonly allShown: boolean; readonly showAll: (on: boolean) => void } {
  const [allShown, setAllShown] = useState(false);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [pointedAt, pointAt] = useState<string | null>(null);
  const mask = useMemo(() => makeMask(findSecrets(entries)), [entries]);
  return {
    mask,
    pointedAt,
    pointAt,
    allShown,
    isShown: (secret) => allShown || shown.has(secret.value),
    toggle: (secret) => {
      setShown((before) => {
        const next = new Set(before);
        if (!next.delete(secret.value)) next.add(secret.value);
        return next;
      });
    },
    showAll: (on) => {
      setAllShown(on);
      setShown(new Set());
    },
  };
}
