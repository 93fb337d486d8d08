import type { TimelineEntry } from '@mini-login/simulator/contract';
import { bytes } from '../../../../timeline/describe';
import { useWords } from '../words/words';

/** What WeChat's audit and the critical path are measured by. */
export function LaunchTotals({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const words = useWords();
  const start = entries.findLastIndex(({ kind }) => kind === 'launch');
  if (start === -1) return null;
  let [requests, calls, size] = [0, 0, 0];
  for (const entry of entries.slice(start)) {
    if (entry.kind === 'http' && entry.from === 'program') requests += 1;
    if (entry.kind === 'setData') {
      calls += 1;
      size += entry.bytes;
    }
  }
  return <span>{words.sinceLaunch(requests, calls, bytes(size))}</span>;
}
