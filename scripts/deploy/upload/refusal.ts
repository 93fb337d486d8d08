/** WeChat's own answer, and what the tool makes of the one before it. */
const patterns: readonly RegExp[] = [
  /"errCode"\s*:\s*(?<errCode>-?\d+).*?"errMsg"\s*:\s*"(?<errMsg>[^"]*)"/s,
  /errCode: (?<errCode>-?\d+); errMsg: (?<errMsg>[^\n]*)/,
];

export interface Refusal {
  readonly errCode: number;
  readonly errMsg: string;
}

/** What WeChat answered, where it did: it has refused, and kept nothing. Null: it gave no answer. */
export function refusalIn(message: string): Refusal | null {
  const groups = patterns.map((one) => one.exec(message)?.groups).find((found) => found);
  const errCode = Number(groups?.errCode ?? 0);
  return errCode === 0 ? null : { errCode, errMsg: groups?.errMsg ?? '' };
}

/** Numbers that WeChat documents for its servers; of the upload it documents none. */
const numbers: ReadonlyMap<number, RefusalReason> = new Map([
  [-1, 'busy'],
  [40013, 'appId'],
  [40164, 'ip'],
  [41002, 'appId'],
  [45009, 'quota'],
  [48001, 'permission'],
  [61004, 'ip'],
  [61007, 'provider'],
]);

export type RefusalReason =
  | 'busy'
  | 'quota'
  | 'ip'
  | 'key'
  | 'permission'
  | 'provider'
  | 'appId'
  | 'version'
  | 'size'
  | 'server';

/** As people report them, the most specific first: a word like "appid" alone says nothing. */
const wordings: readonly (readonly [words: RegExp, reason: RefusalReason])[] = [
  [/ext ?appid not auth|unauthorized to component|第三方平台/i, 'provider'],
  [/invalid ip\b|\bip\b.{0,20}(white|not (allow|in|registered))|ip.{0,6}白名单/i, 'ip'],
  [/signature|private ?key|密钥|签名/i, 'key'],
  [/(size|package).{0,40}(exceed|too (large|big))|超过.{0,6}限制/i, 'size'],
  [/(invalid|bad|illegal|wrong).{0,8}(user_?)?(version|desc)/i, 'version'],
  [
    /(user_?)?(version|desc\w*).{0,12}(invalid|illegal|too long|empty|不合法|过长)|版本号/i,
    'version',
  ],
  [
    /(invalid|wrong|unknown|no such) appid|appid.{0,8}(invalid|not (exist|found)|不存在|不合法)/i,
    'appId',
  ],
  [/no (permission|right)|permission denied|权限/i, 'permission'],
];

/** By the number first; what is not known is said to be unknown. */
export function reasonOf({ errCode, errMsg }: Refusal): RefusalReason {
  return numbers.get(errCode) ?? wordings.find(([words]) => words.test(errMsg))?.[1] ?? 'server';
}
