import type { FailureCode } from './failure';
import { integer, own, text } from './json';

/**
 * What WeChat's numbers and texts mean, whoever answers with them (the phone button, `wx.login`,
 * `wx.request`); `failures` says whose each is and what to do. The number counts first, as the text
 * is in the phone's language and not uniform; of the texts the first that matches, the special
 * before the general (docs/wechat.md#a-refusal-has-many-wordings,
 * docs/wechat.md#what-the-privacy-errors-say, docs/wechat.md#request-errors-are-worded-by-the-phone,
 * docs/wechat.md#errno-means-the-same-everywhere).
 */
const rows: readonly (readonly [FailureCode, readonly number[], RegExp])[] = [
  // WeChat's own trouble, or a request that it could not make: nobody else's, whatever it says.
  ['wechat_failed', [-1, 4, 1000, 600_004, 600_005, 600_007, 600_008, 600_009, 600_010], /(?!)/],
  ['privacy_undeclared', [112], /not declared|undeclared|scope is not|api banned|未声明/],
  ['privacy_refused', [103, 104], /privacy|隐私|隱私/],
  ['phone_quota', [1_400_001], /quota|额度|額度|用量|余额|餘額|[资資]源包/],
  ['domain_not_allowed', [600_002], /not in domain list|合法域名/],
  // WeChat breaks off what a program waits for when that is away for 5 s: begin again.
  ['code_expired', [600_003], /interrupted/],
  ['timeout', [5], /time\s?-?out|timed.?out|超时|逾時|超時|タイムアウト/],
  [
    'network',
    [108, 109, 600_000, 600_001, 600_006],
    /network|internet|connect|hostname|offline|net::|err_(?!code|msg)|[网網][络絡路]|[连連][接線线]|接続|主[机機]名|離線|离线|ネットワーク|ホスト名|オフライン/,
  ],
  // Who has said no counts before what was denied.
  [
    'phone_denied',
    [1],
    /(?:user|用户|用戶|使用者|ユーザー).{0,6}(?:den|cancel|拒|取消|未授|キャンセル)/,
  ],
  [
    'phone_unavailable',
    [3],
    /(?:access|system|permission).{0,20}den(?:y|ied)|denied by.{0,20}system|(?:系[统統]|[访訪][问問]|存取|システム|アクセス).{0,6}拒|not bound|no phone|[绑綁]定/,
  ],
  [
    'phone_not_allowed',
    [102, 48_001],
    /no (?:\w+ )?permission|auth\w* ?fail|not? (?:been )?authori[sz]ed|unauthori[sz]ed|no auth|[权權権]限/,
  ],
  // Too often for WeChat: that is not the login service's limit.
  ['wechat_failed', [1003, 45_011], /45011|too (?:many|often|frequent)|frequen|频繁|頻繁/],
  ['phone_denied', [], /den(?:y|ied)|cancel|refuse|reject|拒绝|拒絕|取消|拒否|キャンセル/],
];

export interface WeChatError {
  /** `unknown`: neither the number nor the text is. */
  readonly code: FailureCode;
  /** WeChat's own words, for support; empty: it gave none. */
  readonly detail: string;
}

export function readWeChatError(error: unknown): WeChatError {
  const errno = integer(own(error, 'errno'));
  const errMsg = text(own(error, 'errMsg')) ?? '';
  const lower = errMsg.slice(0, 400).toLowerCase();
  const row =
    rows.find(([, numbers]) => errno !== undefined && numbers.includes(errno)) ??
    rows.find(([, , pattern]) => pattern.test(lower));
  return { code: row?.[0] ?? 'unknown', detail: clean(errMsg) };
}

/**
 * As it may be shown: without numbers that could be somebody's, and without what could be a code or
 * a key.
 */
function clean(errMsg: string): string {
  return errMsg
    .slice(0, 400)
    .replace(/[\w+/=.~-]*\d[\w+/=.~-]{11,}|[\w+/=~-]{33,}/g, '…')
    .replace(/\d[\d\s()+-]{5,}\d/g, '…')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, 120)
    .trim();
}
