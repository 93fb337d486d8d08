import type { EnterOptions, TimelineEntry } from '@mini-login/simulator/contract';
import { parseJson } from './secrets';

/**
 * One line of the timeline, in the contract's own terms: names of APIs, paths and fields are never
 * translated.
 */
export interface TimelineRow {
  readonly title: string;
  /** The second, quieter half of the line. May hold secrets: mask it. */
  readonly summary: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'waiting';
  /** A short label at the right: an HTTP status, a size. */
  readonly badge: string | null;
  readonly ms: number | null;
}

const plain = { summary: '', tone: 'plain', badge: null, ms: null } as const;

export function describe(entry: TimelineEntry): TimelineRow {
  switch (entry.kind) {
    case 'launch':
      return {
        ...plain,
        title: 'WXLaunchMiniProgram',
        summary: address(entry.options),
        badge: `scene ${entry.options.scene}`,
      };
    case 'lifecycle': {
      const inApp = entry.target === 'App';
      return {
        ...plain,
        title: inApp ? `App.${entry.hook}` : entry.hook,
        summary: inApp ? '' : entry.target,
      };
    }
    case 'wx':
      return wxRow(entry);
    case 'http':
      return httpRow(entry);
    case 'screen':
      return {
        ...plain,
        title: entry.screen ?? entry.page,
        summary: entry.screen === undefined ? '' : entry.page,
      };
    case 'sheet':
      return {
        ...plain,
        title: entry.sheet,
        summary: entry.answer ?? '',
        tone: entry.answer === undefined ? 'waiting' : 'plain',
      };
    case 'tap':
      return {
        ...plain,
        title: entry.text === '' ? entry.target : `«${entry.text}»`,
        summary: entry.target,
      };
    case 'setData':
      return { ...plain, title: 'setData', summary: entry.page, badge: bytes(entry.bytes) };
    case 'extMsg':
      return receivedRow(entry);
    case 'app':
      return {
        ...plain,
        title: entry.what,
        summary: appSummary(entry.detail),
        tone: entry.what === 'refused' ? 'bad' : 'good',
      };
    case 'phone':
      return { ...plain, title: entry.what, summary: moved(entry) ?? brief(entry.detail) };
    case 'console': {
      const tone = entry.level === 'error' ? 'bad' : 'plain';
      return {
        ...plain,
        title: `console.${entry.level}`,
        summary: entry.args.map((arg) => brief(arg)).join(' '),
        tone,
      };
    }
    case 'warning':
      return { ...plain, title: 'warning', summary: entry.message };
    case 'error':
      return { ...plain, title: 'error', summary: entry.message, tone: 'bad' };
  }
}

function receivedRow({
  as,
  extMsg,
  size,
}: Extract<TimelineEntry, { kind: 'extMsg' }>): TimelineRow {
  const { text, isSuccess } = readExtMsg(extMsg);
  const title = as === 'ShowMessageFromWX.Req' ? 'messageExt' : 'extMsg';
  return { ...plain, title, summary: text, tone: isSuccess ? 'good' : 'bad', badge: bytes(size) };
}

/** What `<button open-type>` starts; there is no `wx.` API for these. */
const openTypes: ReadonlySet<string> = new Set([
  'getPhoneNumber',
  'launchApp',
  'agreePrivacyAuthorization',
]);

function wxRow(entry: Extract<TimelineEntry, { kind: 'wx' }>): TimelineRow {
  const title = openTypes.has(entry.api) ? `button ${entry.api}` : `wx.${entry.api}`;
  const ms = entry.ms ?? null;
  // A button's arguments are its attributes; its answer is what matters.
  const args = openTypes.has(entry.api) ? '' : brief(entry.args);
  if (entry.outcome === undefined) return { ...plain, title, summary: args, tone: 'waiting' };
  if (entry.outcome === 'fail')
    return {
      title,
      summary: field(entry.result, 'errMsg') ?? args,
      tone: 'bad',
      badge: 'fail',
      ms,
    };
  return {
    title,
    summary: [args, brief(entry.result, ['errMsg'])].filter(Boolean).join(' → '),
    tone: 'good',
    badge: null,
    ms,
  };
}

function httpRow(entry: Extract<TimelineEntry, { kind: 'http' }>): TimelineRow {
  const title = `${entry.method} ${pathOf(entry.url)}`;
  const ms = entry.ms ?? null;
  if (entry.error !== undefined)
    return { title, summary: entry.error, tone: 'bad', badge: 'failed', ms };
  if (entry.status === undefined)
    return { title, summary: hostOf(entry.url), tone: 'waiting', badge: null, ms };
  const verdict = apiVerdict(entry.responseBody);
  const isText = typeof entry.responseBody === 'string';
  const isSuccess = entry.status < 400 && !isText && (verdict === null || verdict.isSuccess);
  return {
    title,
    summary: verdict?.text ?? (isText ? 'not JSON' : hostOf(entry.url)),
    tone: isSuccess ? 'good' : 'bad',
    badge: String(entry.status),
    ms,
  };
}

function address({ path, query }: EnterOptions): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return `${path === '' ? '(home page)' : path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** `+30:00.000` */
function moved({ what, detail }: Extract<TimelineEntry, { kind: 'phone' }>): string | null {
  const ms = what === 'clock' ? field(detail, 'ms') : undefined;
  return ms === undefined ? null : `+${clockTime(Number(ms))}`;
}

/** Who it is, or why it is nobody. */
function appSummary(detail: unknown): string {
  const name = field(detail, 'who', 'name') ?? field(detail, 'who', 'id');
  return name ?? [field(detail, 'code'), field(detail, 'message')].filter(Boolean).join(' · ');
}

/** What came back to the app, at a glance, in any of the contracts (docs/host-app.md). */
export function readExtMsg(extMsg: string): { readonly text: string; readonly isSuccess: boolean } {
  if (extMsg === '') return { text: '(empty: refused)', isSuccess: false };
  const value = parseJson(extMsg);
  if (typeof value === 'object' && value !== null) {
    const error = field(value, 'error', 'code');
    if (error !== undefined) return { text: `status error · ${error}`, isSuccess: false };
    if (field(value, 'sealed') !== undefined)
      return { text: 'status ok · sealed', isSuccess: true };
    if (field(value, 'status') === 'ok') return { text: 'status ok · session', isSuccess: true };
    if (field(value, 'code') !== undefined) return { text: 'codes', isSuccess: true };
  }
  const pairs = new URLSearchParams(extMsg);
  const code = pairs.get('code');
  if (code !== null)
    return { text: `code=${code} · ${pairs.get('message') ?? ''}`, isSuccess: code === '200' };
  return { text: extMsg, isSuccess: false };
}

/** GenAuth answers HTTP 200 also for errors: the verdict is in the body. */
function apiVerdict(body: unknown): { readonly text: string; readonly isSuccess: boolean } | null {
  const status = field(body, 'statusCode') ?? field(body, 'code');
  if (status === undefined) return null;
  const apiCode = field(body, 'apiCode');
  const message = field(body, 'message') ?? '';
  const text = [`${status}`, apiCode === undefined ? '' : `apiCode ${apiCode}`, message]
    .filter(Boolean)
    .join(' · ');
  return { text, isSuccess: status === '200' };
}

export function bytes(count: number): string {
  return count < 1024 ? `${count} B` : `${(count / 1024).toFixed(1)} KB`;
}

/** `1.204` from 1204 ms; `30:01.204` past a minute. */
export function clockTime(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const seconds = ((ms % 60_000) / 1000).toFixed(3);
  return minutes === 0 ? seconds : `${minutes}:${seconds.padStart(6, '0')}`;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function field(value: unknown, ...path: readonly string[]): string | undefined {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([name]) => name === key)?.[1];
  }
  return typeof at === 'string' ? at : typeof at === 'number' ? String(at) : undefined;
}

/** A value in one line; long ones are cut by the style sheet, not here. */
function brief(value: unknown, without: readonly string[] = []): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([key, item]) => !without.includes(key) && item !== undefined)
    // A code is what the reader looks for.
    .sort(([a], [b]) => Number(b === 'code') - Number(a === 'code'));
  return pairs
    .map(([key, item]) => `${key}: ${typeof item === 'string' ? item : JSON.stringify(item)}`)
    .join(', ');
}
