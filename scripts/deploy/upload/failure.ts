import { say } from '../../messages/say';
import { silences } from '../../messages/silences';
import { failures, remedies } from '../../messages/upload';
import { isDiskCode } from '../disk';
import type { UploadOutcome } from './record';
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

type Failed = Extract<UploadOutcome, { state: 'failed' }>;

export function failureOf(failed: Failed): UploadFailure {
  const { reason, message } = read(failed);
  const { mayHaveArrived } = failed;
  return {
    reason,
    message,
    remedy: say(mayHaveArrived ? failures.arrived() : remedies[reason]()),
    mayHaveArrived,
  };
}

/** The process that sent it is gone and left no word: a power cut, or someone ended it. */
export function lostFailure(): UploadFailure {
  return {
    reason: 'timeout',
    message: say(failures.lost()),
    remedy: say(failures.arrived()),
    mayHaveArrived: true,
  };
}

/** Ended by somebody, or by a lack of memory, before it had sent anything. */
export function endedFailure(): UploadFailure {
  const message = say(failures.ended());
  return { reason: 'ended', message, remedy: say(remedies.ended()), mayHaveArrived: false };
}

/** Another run is at it, and this one has waited long enough. */
export function busyFailure({ pid, host }: Sender): UploadFailure {
  return {
    reason: 'timeout',
    message: say(failures.busy(pid, host)),
    remedy: say(failures.arrived()),
    mayHaveArrived: true,
  };
}

function read(failed: Failed): { reason: Reason; message: string } {
  const { code, mayHaveArrived, silence } = failed;
  const message =
    silence === undefined ? failed.message : say(silences[silence.what](silence.seconds));
  if (code === 'timeout') return { reason: 'timeout', message };
  if (code === 'no-answer') return { reason: 'answer', message };
  if (isDiskCode(code)) return { reason: 'disk', message };
  const refusal = refusalIn(message);
  if (refusal !== null) {
    const { errCode, errMsg } = refusal;
    return { reason: reasonOf(refusal), message: say(failures.refuses(errMsg, errCode)) };
  }
  const words = (message.split('\n')[0] ?? '').slice(0, 300).replace(/^(?:Error: )+/, '');
  if (/sign(?:ature)? fail|本地签名/i.test(message)) return { reason: 'key', message: words };
  if (code !== 20001 && code !== 20003) return { reason: 'program', message: words };
  if (/JSON|Unexpected token/i.test(message)) return { reason: 'answer', message: words };
  return { reason: 'network', message: mayHaveArrived ? say(failures.cut(words)) : words };
}
