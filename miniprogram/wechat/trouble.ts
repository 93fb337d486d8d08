import type { RequestTrouble } from '../login/event';

/**
 * `errno` first: the text is in the phone's language
 * (docs/wechat.md#request-errors-are-worded-by-the-phone).
 */
const byErrno: Readonly<Record<number, RequestTrouble>> = {
  5: 'timeout',
  600002: 'domain',
  600003: 'network',
};

const byText: readonly (readonly [RegExp, RequestTrouble])[] = [
  [/not in domain list|不在以下.*合法域名/i, 'domain'],
  [/time\s?-?out|timed.?out|超时|逾時|タイムアウト/i, 'timeout'],
  [/network|connect|interrupted|offline|ERR_|网络|網路|ネットワーク|オフライン/i, 'network'],
];

/** What a failed call of WeChat's says about the connection; null: nothing. */
export function readTrouble(error: {
  readonly errMsg?: unknown;
  readonly errno?: unknown;
}): RequestTrouble | null {
  const known = typeof error.errno === 'number' ? byErrno[error.errno] : undefined;
  if (known !== undefined) return known;
  const text = typeof error.errMsg === 'string' ? error.errMsg : '';
  return byText.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
