import type { sendProgram } from '../../scripts/deploy/upload/send';
import type { UploadFault } from '../../scripts/upload-double/server';
import { makeUploadKey } from '../../scripts/upload-double/upload-key';

/* What keeps a program from being sent, and what is said of it. */

export type SendChange = Partial<Parameters<typeof sendProgram>[1]>;

export interface FailureCase {
  readonly name: string;
  readonly fault?: readonly [path: string, fault: UploadFault];
  readonly change?: SendChange;
  /** In a process of its own, which has to end. */
  readonly own?: boolean;
  readonly failure: {
    readonly reason: string;
    readonly message?: string;
    readonly mayHaveArrived: boolean;
  };
}
const refuses = (errCode: number, errMsg: string): UploadFault => ({
  kind: 'refuses',
  errCode,
  errMsg,
});
export const cases: readonly FailureCase[] = [
  {
    name: 'an address that is not allowed',
    fault: ['upload', refuses(-10_008, 'invalid ip: 1.2.3.4')],
    failure: { reason: 'ip', mayHaveArrived: false },
  },
  {
    name: 'a signature that is wrong',
    fault: ['upload', refuses(-10_002, 'check signature failed')],
    failure: { reason: 'key', mayHaveArrived: false },
  },
  {
    name: 'an address that is not allowed, at the first question',
    fault: ['getrandstr', refuses(-10_008, 'invalid ip')],
    failure: { reason: 'ip', mayHaveArrived: false },
  },
  {
    name: 'HTML',
    fault: ['upload', { kind: 'html' }],
    failure: { reason: 'answer', mayHaveArrived: true },
  },
  {
    name: 'status 500',
    fault: ['upload', { kind: 'status-500' }],
    failure: { reason: 'answer', mayHaveArrived: true },
  },
  {
    name: 'a connection that is cut in the middle',
    fault: ['upload', { kind: 'cuts' }],
    failure: { reason: 'network', mayHaveArrived: true },
  },
  {
    name: 'a server that never answers',
    fault: ['upload', { kind: 'hangs' }],
    change: { timeout: 1_000 },
    own: true,
    failure: { reason: 'timeout', message: 'no answer in 1 s', mayHaveArrived: true },
  },
  {
    name: 'a key that fits another mini program',
    change: { privateKey: makeUploadKey().privateKey },
    failure: { reason: 'key', mayHaveArrived: false },
  },
  {
    name: 'an AppID that WeChat does not know',
    change: { appId: 'wxffffffffffffffff' },
    failure: { reason: 'appId', mayHaveArrived: false },
  },
  {
    name: 'no network',
    change: { proxy: 'http://127.0.0.1:9' },
    failure: { reason: 'network', mayHaveArrived: false },
  },
];
