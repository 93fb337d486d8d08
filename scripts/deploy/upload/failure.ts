import type { Record } from './order';

/** Why an upload failed, and what mends it. */
export interface UploadFailure {
  readonly reason: Reason;
  readonly message: string;
  readonly remedy: string;
  readonly mayHaveArrived: boolean;
}

type Reason = keyof typeof remedies;

const place = 'mp.weixin.qq.com → 管理 → 开发管理 → 小程序代码上传';

const remedies = {
  ip: `This machine's address is not on the list of the upload key: add it, or switch the list off, at ${place}.`,
  key: `The key is not the one of this mini program: download it again (${place}); a reset makes older ones useless.`,
  permission: `The key has no right to do this: ask an administrator of the mini program to allow uploads at ${place}.`,
  appId:
    "WeChat knows no such mini program: compare the brand's miniProgram.appId with 设置 → 账号信息.",
  version:
    'WeChat refuses this version or its description: give others with --version and --description.',
  size: 'The package is too big for WeChat: npm run dev -- compile --files says what is in it.',
  network:
    'WeChat could not be reached: check the network, the proxy (--proxy) and its certificate (NODE_EXTRA_CA_CERTS).',
  timeout:
    'WeChat did not answer: look at 管理 → 版本管理 whether the version is there before you send it with --again.',
  answer:
    'What answered was not WeChat, or WeChat was out of order: look at 管理 → 版本管理 before you send with --again.',
  program: 'The official compiler refuses the program: npm run doctor says more.',
  server: 'WeChat refuses, for a reason that is not known here; its own words are above.',
} as const;

/** WeChat documents none of its numbers; the words are what people report. */
const wordings: readonly (readonly [words: RegExp, reason: Reason])[] = [
  [/invalid ip|ip.{0,20}(white|not allow|名单)/i, 'ip'],
  [/signature|private ?key|密钥|签名/i, 'key'],
  [/permission|no right|not authori|unauthori|权限/i, 'permission'],
  [/appid/i, 'appId'],
  [/version|desc|版本/i, 'version'],
  [/size|too (large|big)|exceed|超过/i, 'size'],
];

/** WeChat's own answer, and what the tool makes of the one before it. */
const REFUSALS: readonly RegExp[] = [
  /"errCode"\s*:\s*(?<errCode>-?\d+).*?"errMsg"\s*:\s*"(?<errMsg>[^"]*)"/s,
  /errCode: (?<errCode>-?\d+); errMsg: (?<errMsg>[^\n]*)/,
];

export function failureOf(failed: Extract<Record, { state: 'failed' }>): UploadFailure {
  const { reason, message } = read(failed);
  return { reason, message, remedy: remedies[reason], mayHaveArrived: failed.mayHaveArrived };
}

/** The process that sent it is gone and left no word: a power cut, or someone ended it. */
export function lostFailure(): UploadFailure {
  return {
    reason: 'timeout',
    message: 'an earlier run was cut off while it sent this',
    remedy: remedies.timeout,
    mayHaveArrived: true,
  };
}

function read({ code, message }: Extract<Record, { state: 'failed' }>): {
  reason: Reason;
  message: string;
} {
  if (code === 'timeout') return { reason: 'timeout', message };
  if (code === 'no-answer') return { reason: 'answer', message };
  const refusal = REFUSALS.map((pattern) => pattern.exec(message)?.groups).find(
    (groups) => groups !== undefined,
  );
  if (refusal) {
    const { errCode = '', errMsg = '' } = refusal;
    const reason = wordings.find(([pattern]) => pattern.test(errMsg))?.[1] ?? 'server';
    return { reason, message: `WeChat refuses: ${errMsg} (${errCode})` };
  }
  const words = (message.split('\n')[0] ?? '').slice(0, 300).replace(/^(?:Error: )+/, '');
  if (/sign(?:ature)? fail|本地签名/i.test(message)) return { reason: 'key', message: words };
  if (code !== 20001 && code !== 20003) return { reason: 'program', message: words };
  return { reason: /JSON|Unexpected token/i.test(message) ? 'answer' : 'network', message: words };
}
