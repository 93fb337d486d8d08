import type { TimelineEntry } from '@mini-login/simulator/contract';
import { describe } from '../../../../timeline/describe';

export type StopName = 'launch' | 'loginCode' | 'phone' | 'genauth' | 'result';

export interface Stop {
  readonly name: StopName;
  readonly state: 'idle' | 'active' | 'done' | 'failed';
  /** The entry that says so; null while there is none. */
  readonly entryId: number | null;
  /** ms since the launch, on the phone's clock. */
  readonly at: number | null;
}

/** The five things that make a login, read from the entries since the last launch. */
export function journeyOf(entries: readonly TimelineEntry[]): readonly Stop[] {
  const start = entries.findLastIndex((entry) => entry.kind === 'launch');
  const since = start === -1 ? [] : entries.slice(start);
  const launch = since[0];
  // The Guard SDK launches with nothing and gets `codes`: the app then signs in itself, after the
  // program is done.
  const isBare = launch?.kind === 'launch' && Object.keys(launch.options.query).length === 0;
  const order: readonly StopName[] = isBare
    ? ['launch', 'loginCode', 'phone', 'result', 'genauth']
    : ['launch', 'loginCode', 'phone', 'genauth', 'result'];
  return order.map((name) => {
    const entry = since.findLast(
      (candidate) => stopOf(candidate, isBare ? 'app' : 'program') === name,
    );
    if (entry === undefined || launch === undefined)
      return { name, state: 'idle', entryId: null, at: null };
    const tone = describe(entry).tone;
    const state = tone === 'bad' ? 'failed' : tone === 'waiting' ? 'active' : 'done';
    return { name, state, entryId: entry.id, at: entry.at - launch.at };
  });
}

/** `signsIn`: who calls GenAuth in this contract. */
function stopOf(entry: TimelineEntry, signsIn: 'program' | 'app'): StopName | null {
  switch (entry.kind) {
    case 'launch':
      return 'launch';
    case 'wx':
      if (entry.api === 'login') return 'loginCode';
      return entry.api === 'getPhoneNumber' ? 'phone' : null;
    case 'http':
      return entry.from === signsIn && /signin-by-mobile|authByCode|ticket/.test(entry.url)
        ? 'genauth'
        : null;
    case 'extMsg':
      return 'result';
    default:
      return null;
  }
}
