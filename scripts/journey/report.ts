import type { Conclusion } from '@mini-login/server';
import type { EnterOptions, TimelineEntry } from '@mini-login/simulator';
import { findSecrets, makeMask, maskedText } from '../timeline/secrets';

/**
 * What `npm run journey -- --json` prints. Secrets are masked in `wxCalls` and `requests`; `extMsg`
 * and `app` are as the app has them, so that a script can go on from there.
 */
export interface Report {
  readonly launch: EnterOptions & { readonly cold: boolean };
  /** `ms`: after the launch, phone's clock. */
  readonly screens: readonly {
    readonly ms: number;
    readonly page: string;
    readonly screen: string;
  }[];
  readonly wxCalls: readonly WxCall[];
  /** In order of their beginning: the mini program's, then the app's. */
  readonly requests: readonly Request[];
  readonly setData: { readonly calls: number; readonly bytes: number };
  readonly extMsg: string;
  readonly app: Conclusion;
  /** The app got what the options call for. */
  readonly ok: boolean;
}

export type WxCall = Omit<EntryOf<'wx'>, 'kind' | 'id' | 'at'>;
export type Request = Omit<EntryOf<'http'>, 'kind' | 'id' | 'at'>;
type EntryOf<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { readonly kind: K }>;

export function makeReport(
  timeline: readonly TimelineEntry[],
  outcome: { readonly extMsg: string; readonly app: Conclusion; readonly ok: boolean },
): Report {
  const launch = timeline.find(isKind('launch'));
  if (!launch) throw new Error('the app never launched the mini program');
  const hide = masking(timeline);
  const setData = timeline.filter(isKind('setData'));
  return {
    launch: { ...launch.options, cold: launch.cold },
    screens: timeline
      .filter(isKind('screen'))
      .map(({ at, page, screen = '' }) => ({ ms: Math.round(at - launch.at), page, screen })),
    wxCalls: timeline.filter(isKind('wx')).map(({ kind, id, at, ...call }) => hide(call)),
    requests: timeline.filter(isKind('http')).map(({ kind, id, at, ...request }) => hide(request)),
    setData: { calls: setData.length, bytes: setData.reduce((sum, { bytes }) => sum + bytes, 0) },
    ...outcome,
  };
}

function isKind<K extends TimelineEntry['kind']>(
  kind: K,
): (entry: TimelineEntry) => entry is EntryOf<K> {
  return (entry): entry is EntryOf<K> => entry.kind === kind;
}

/** The same value with `‹access_token 1›` in the place of each secret. */
function masking(timeline: readonly TimelineEntry[]): <T>(value: T) => T {
  const mask = makeMask(findSecrets(timeline));
  return (value) =>
    JSON.parse(JSON.stringify(value), (_key, part) =>
      typeof part === 'string' ? maskedText(part, mask, () => false) : part,
    );
}
