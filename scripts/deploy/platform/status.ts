import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { status as messages, remedies, todo } from '../../messages/platform';
import { listed, say } from '../../messages/say';
import { appIdIn, servesMany } from '../fleet/choose';
import { readRecord, type UploadRecord } from '../upload/record';
import { correctRecord } from './correct';
import { type Found, findState, isOneVersion, isSame, markOf } from './find';
import { type PlatformRecord, readPlatformRecord } from './record';
import { placeOf, todoOf } from './summary';
import { troubleOf } from './trouble';
import type { WechatApi } from './wechat-api';

/** Where one brand is. */
export interface BrandStatus {
  readonly brand: string;
  readonly appId: string | null;
  /** By which way it was sent; null: by none, as far as this machine knows. */
  readonly channel: 'upload' | 'platform' | null;
  readonly version: string | null;
  readonly place: string;
  /** What a person, or the next run, must still do; null: nothing. */
  readonly todo: string | null;
  /** WeChat said so, now; else it is what this machine has written down. */
  readonly isAsked: boolean;
  /** Why WeChat did not say. */
  readonly problem: string | null;
}

export interface StatusOptions {
  readonly root: string;
  /** Null: there is no platform, or nobody is to be asked. */
  readonly api: WechatApi | null;
}

export async function statusOf({ root, api }: StatusOptions, brand: string): Promise<BrandStatus> {
  const appId = appIdIn(root, brand);
  const none = { brand, appId, channel: null, version: null, isAsked: false, problem: null };
  if (appId === null)
    return { ...none, place: say(messages.broken()), todo: `npm run brand -- check ${brand}` };
  const many = servesMany(root, brand);
  const own = ownStatus(root, brand, appId, many);
  // Neither has a place of its own on the platform, and the platform no token for it.
  if (many !== null)
    return {
      ...none,
      ...(own ?? { place: say(messages.nothing()), todo: say(todo.upload(brand)) }),
    };
  const out = join(root, 'out', 'platform');
  const kept = readPlatformRecord(out, appId);
  let problem: string | null = null;
  if (api) {
    const found = await findState(api, appId);
    if (!('kind' in found)) {
      const corrected = kept && correctRecord(out, kept, found);
      return { ...none, isAsked: true, ...platformStatus(found, brand, corrected) };
    }
    // Without a record nothing says that it is the platform's: its owner may not have given it away.
    problem = kept || !own ? (troubleOf(found, brand).problems[0] ?? found.kind) : null;
  }
  if (kept) {
    const { version, state } = kept;
    const one = { ...none, channel: 'platform', version, problem } as const;
    // WeChat had none of it when it was asked last.
    if (state === 'new')
      return { ...one, place: say(messages.nothing()), todo: say(messages.commit(brand)) };
    const place = state === 'committing' ? say(messages.notKnown()) : placeOf(kept);
    return { ...one, place, todo: todoOf(kept, brand) };
  }
  if (own) return { ...none, ...own, problem };
  return { ...none, place: say(messages.nothing()), todo: say(todo.upload(brand)), problem };
}

/** The live version first, then what is on its way. */
function platformStatus(
  { live, review, trial }: Found,
  brand: string,
  kept: PlatformRecord | null,
) {
  // WeChat's last review says "approved" also of a version that was gone back from.
  const isGone = review !== null && kept?.state === 'replaced' && isSame(review, kept);
  const state = isGone ? 'replaced' : 'submitted';
  const isReviewOpen = review !== null && !isOneVersion(live, review);
  // Approved, and not this tool's: it releases only what it has submitted.
  const isOthers = !isGone && review?.status === 0 && markOf(review) === null;
  const isNewer = trial !== null && !isOneVersion(live, trial) && !isOneVersion(review, trial);
  const parts = [
    live ? `${say(messages.live())} ${live.version}` : null,
    isReviewOpen ? `${placeOf({ state, review })} ${review.version}` : null,
    isNewer ? `${say(messages.trial())} ${trial.version}` : null,
  ].filter((part) => part !== null);
  const next = isReviewOpen
    ? isOthers
      ? say(remedies.notOurs())
      : todoOf({ state, review }, brand)
    : isNewer
      ? say(todo.submit(brand))
      : null;
  return {
    channel: 'platform' as const,
    version: (isNewer ? trial : (review ?? live))?.version ?? null,
    place: listed(parts) || say(messages.nothing()),
    todo: parts.length > 0 ? next : say(messages.commit(brand)),
  };
}

/** What was last sent with an upload key: WeChat tells nobody what became of it. */
function ownStatus(
  root: string,
  brand: string,
  appId: string,
  many: ReturnType<typeof servesMany>,
) {
  const folder = join(root, 'out', 'upload', 'records');
  const last = newest(folder, `upload-${appId}-`);
  if (last === null) return null;
  // `upload-<AppID>-<version>-<robot>-<digest>.json`
  const [, version = null] = /^upload-wx\w+-(.+)-\d+-[0-9a-f]{16}\.json$/.exec(last) ?? [];
  const record = readRecord(join(folder, last));
  // A template lies in the platform's draft box then.
  const next = many === 'template' ? todo.commitAll() : todo.consoleReview(appId);
  return { channel: 'upload' as const, version, ...placeOfUpload(record, brand, say(next)) };
}

function placeOfUpload(record: UploadRecord | 'unreadable' | null, brand: string, next: string) {
  if (record !== null && record !== 'unreadable' && record.state === 'sent')
    return { place: say(messages.sent()), todo: next };
  if (record !== null && record !== 'unreadable' && record.state === 'failed')
    return record.mayHaveArrived
      ? { place: say(messages.notKnown()), todo: say(todo.lookWhetherArrived()) }
      : { place: say(messages.failed()), todo: say(todo.upload(brand)) };
  return { place: say(messages.notKnown()), todo: say(todo.lookWhetherArrived()) };
}

function newest(folder: string, prefix: string): string | null {
  let files: readonly string[];
  try {
    files = readdirSync(folder);
  } catch {
    return null;
  }
  const own = files
    .filter((file) => file.startsWith(prefix) && file.endsWith('.json'))
    .map((file) => ({ file, at: statSync(join(folder, file)).mtimeMs }));
  return own.sort((a, b) => b.at - a.at).at(0)?.file ?? null;
}

/** For the terminal: what is left to do stands under each. */
export function statusText(all: readonly BrandStatus[]): string {
  if (all.length === 0) return `${say(messages.noBrands())}\n`;
  const rows = all.flatMap(({ brand, appId, channel, place, version, ...one }) => [
    `${brand.padEnd(20)} ${(appId ?? '').padEnd(18)}  ${(channel ?? '-').padEnd(8)}  ${channel === 'upload' ? `${place} ${version ?? ''}` : place}`,
    ...(one.problem === null ? [] : [`      ! ${one.problem}`]),
    ...(one.todo === null ? [] : [`      → ${one.todo}`]),
  ]);
  const open = all.filter((one) => one.todo !== null).length;
  return `${[...rows, '', say(messages.end(open, all.length))].join('\n')}\n`;
}
