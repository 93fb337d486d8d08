import type { TimelineEntry } from '@mini-login/simulator/contract';

/**
 * Finding what must not stand on a screen unasked: codes, tokens, tickets, keys, phone numbers. A
 * value that was once known for a secret by its name (`data.access_token`) is then masked wherever
 * it turns up, also inside `extMsg`'s text.
 */
export type SecretKind =
  | 'login code'
  | 'phone code'
  | 'access_token'
  | 'id_token'
  | 'refresh_token'
  | 'token'
  | 'ticket'
  | 'sealed'
  | 'encryptedData'
  | 'cloudID'
  | 'iv'
  | 'phone number'
  | 'session_key'
  | 'secret';

export interface Secret {
  readonly value: string;
  readonly kind: SecretKind;
  /**
   * Counts secrets of one kind in order of appearance, from 1: the reader can follow "login code 1"
   * from call to call.
   */
  readonly ordinal: number;
}

/** A text cut into what may be shown and what may not. */
export type Segment =
  | { readonly text: string; readonly secret?: undefined }
  | { readonly secret: Secret };

const byName: Readonly<Record<string, SecretKind>> = {
  access_token: 'access_token',
  id_token: 'id_token',
  refresh_token: 'refresh_token',
  token: 'token',
  ticket: 'ticket',
  sealed: 'sealed',
  encrypteddata: 'encryptedData',
  cloudid: 'cloudID',
  iv: 'iv',
  phoneinfocode: 'phone code',
  phone_number: 'phone number',
  phonenumber: 'phone number',
  purephonenumber: 'phone number',
  session_key: 'session_key',
  sessionkey: 'session_key',
  secret: 'secret',
  client_secret: 'secret',
  appsecret: 'secret',
  authorization: 'token',
};

const jose = /eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g;
const mobileNumber = /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d{9}(?!\d)/g;
const inText =
  /(?:^|[?&])(access_token|id_token|refresh_token|token|ticket|code|phoneInfoCode|secret)=([^&\s]+)/g;

/** WeChat's codes are long and mixed; `code: 200` and `code: "phone_denied"` are not secret. */
function looksLikeCode(value: string): boolean {
  return value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value);
}

interface Found {
  readonly value: string;
  readonly kind: SecretKind;
}

function kindOfCode(path: readonly string[], entry: TimelineEntry): SecretKind {
  if (path.includes('wxPhoneInfo')) return 'phone code';
  if (entry.kind === 'wx' && /phone/i.test(entry.api)) return 'phone code';
  return 'login code';
}

function searchText(
  text: string,
  path: readonly string[],
  entry: TimelineEntry,
  add: (found: Found) => void,
): void {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    const parsed = parseJson(trimmed);
    if (parsed !== undefined) {
      search(parsed, path, entry, add);
      return;
    }
  }
  for (const [, name = '', value = ''] of text.matchAll(inText)) {
    const decoded = decode(value);
    if (name === 'code') {
      if (looksLikeCode(decoded)) add({ value: decoded, kind: kindOfCode(path, entry) });
    } else add({ value: decoded, kind: byName[name.toLowerCase()] ?? 'secret' });
  }
  for (const [value] of text.matchAll(jose))
    add({ value, kind: value.split('.').length === 5 ? 'sealed' : 'token' });
  for (const [value] of text.matchAll(mobileNumber)) add({ value, kind: 'phone number' });
}

function search(
  value: unknown,
  path: readonly string[],
  entry: TimelineEntry,
  add: (found: Found) => void,
): void {
  if (typeof value === 'string') {
    const name = path.at(-1) ?? '';
    const kind = byName[name.toLowerCase()];
    const bare = kind === 'token' ? value.replace(/^Bearer\s+/i, '') : value;
    if (kind !== undefined && bare.length > 3) add({ value: bare, kind });
    else if (name === 'code' && looksLikeCode(value)) add({ value, kind: kindOfCode(path, entry) });
    else searchText(value, path, entry, add);
  } else if (Array.isArray(value)) {
    for (const item of value) search(item, path, entry, add);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) search(item, [...path, key], entry, add);
  }
}

/** All secrets of a timeline, each with its kind and number. */
export function findSecrets(entries: readonly TimelineEntry[]): readonly Secret[] {
  const found = new Map<string, Secret>();
  const counts = new Map<SecretKind, number>();
  for (const entry of entries) {
    search(entry, [], entry, ({ value, kind }) => {
      if (found.has(value)) return;
      const ordinal = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, ordinal);
      found.set(value, { value, kind, ordinal });
    });
  }
  return [...found.values()];
}

export type Mask = (text: string) => readonly Segment[];

/**
 * Cuts texts at every occurrence of a known secret, percent-encoded ones included. Longest first: a
 * token may hold another.
 */
export function makeMask(secrets: readonly Secret[]): Mask {
  const bySpelling = new Map<string, Secret>();
  for (const secret of secrets) {
    for (const spelling of [
      secret.value,
      encodeURIComponent(secret.value),
      JSON.stringify(secret.value).slice(1, -1),
    ]) {
      if (!bySpelling.has(spelling)) bySpelling.set(spelling, secret);
    }
  }
  if (bySpelling.size === 0) return (text) => [{ text }];
  const spellings = [...bySpelling.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(${spellings.map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`,
  );
  return (text) =>
    text
      .split(pattern)
      .filter((piece) => piece !== '')
      .map((piece) => {
        const secret = bySpelling.get(piece);
        return secret === undefined ? { text: piece } : { secret };
      });
}

/** The text with `‹login code 1›` in place of each secret that is not shown: what copying gives. */
export function maskedText(text: string, mask: Mask, isShown: (secret: Secret) => boolean): string {
  return mask(text)
    .map((segment) => {
      if (segment.secret === undefined) return segment.text;
      return isShown(segment.secret) ? segment.secret.value : `‹${secretName(segment.secret)}›`;
    })
    .join('');
}

export function secretName(secret: Secret): string {
  return `${secret.kind} ${secret.ordinal}`;
}

/** Undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
