import { isDiskCode } from '../disk';
import type { Outcome } from './record';
import { reasonOf, refusalIn } from './refusal';
import type { Sender } from './sender';

/** Why an upload failed, and what to do. */
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
  provider:
    "The mini program's code belongs to a service provider (第三方平台, permission set 18): its own key can't upload. The provider uploads, or the owner takes the right back at mp.weixin.qq.com → 设置 → 第三方设置.",
  disk: "The disk is full or can't be written: nothing was sent. Make room, and run the same again.",
  appId:
    "WeChat knows no such mini program: compare the brand's miniProgram.appId with 设置 → 账号信息.",
  version:
    'WeChat refuses this version or its description: give others with --version and --description.',
  size: 'The package is too big for WeChat: npm run dev -- compile --files says what is in it.',
  network:
    'WeChat could not be reached: check the network, the proxy (--proxy) and its certificate (NODE_EXTRA_CA_CERTS).',
  timeout: 'WeChat did not answer: run the same again.',
  answer: 'What answered was not WeChat, or WeChat was out of order: run the same again later.',
  program: 'The official compiler refuses the program: npm run doctor says more.',
  ended: 'Nothing was sent: run the same again.',
  server: 'WeChat refuses, for a reason that is not known here; its own words are above.',
} as const;

/** Where the reason is not the point any more. */
const arrived =
  'It may have arrived: look at mp.weixin.qq.com → 管理 → 版本管理 whether this version is there, before you send it with --again.';

type Failed = Extract<Outcome, { state: 'failed' }>;

export function failureOf(failed: Failed): UploadFailure {
  const { reason, message } = read(failed);
  const { mayHaveArrived } = failed;
  return { reason, message, remedy: mayHaveArrived ? arrived : remedies[reason], mayHaveArrived };
}

/** The process that sent it is gone and left no word: a power cut, or someone ended it. */
export function lostFailure(): UploadFailure {
  return {
    reason: 'timeout',
    message: 'an earlier run was cut off while it sent this',
    remedy: arrived,
    mayHaveArrived: true,
  };
}

/** Ended by somebody, or by a lack of memory, before it had sent anything. */
export function endedFailure(): UploadFailure {
  const message = 'the process that sends ended before it began';
  return { reason: 'ended', message, remedy: remedies.ended, mayHaveArrived: false };
}

/** Another run is at it, and this one has waited long enough. */
export function busyFailure({ pid, host }: Sender): UploadFailure {
  return {
    reason: 'timeout',
    message: `another run (process ${pid} on ${host}) is still sending this`,
    remedy: arrived,
    mayHaveArrived: true,
  };
}

function read({ code, message, mayHaveArrived }: Failed): { reason: Reason; message: string } {
  if (code === 'timeout') return { reason: 'timeout', message };
  if (code === 'no-answer') return { reason: 'answer', message };
  if (isDiskCode(code)) return { reason: 'disk', message };
  const refusal = refusalIn(message);
  if (refusal !== null) {
    const { errCode, errMsg } = refusal;
    return { reason: reasonOf(refusal), message: `WeChat refuses: ${errMsg} (${errCode})` };
  }
  const words = (message.split('\n')[0] ?? '').slice(0, 300).replace(/^(?:Error: )+/, '');
  if (/sign(?:ature)? fail|本地签名/i.test(message)) return { reason: 'key', message: words };
  if (code !== 20001 && code !== 20003) return { reason: 'program', message: words };
  if (/JSON|Unexpected token/i.test(message)) return { reason: 'answer', message: words };
  const cut = mayHaveArrived ? 'the connection was cut after the package went out: ' : '';
  return { reason: 'network', message: cut + words };
}
