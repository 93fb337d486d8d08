import type { Fault } from '../contract/fault';

/** The ways of GenAuth's to say no that the tests and the workbench use by name. */
export const genauthAnswers = {
  throttled: { kind: 'api-code', apiCode: 1002 },
  codeExpired: { kind: 'expired-code' },
  broken: { kind: 'status-code', statusCode: 500 },
  /** Says that all is well and brings no tokens. */
  emptySuccess: { kind: 'answer', body: { statusCode: 200, message: 'OK', requestId: 'fault' } },
} as const satisfies Record<string, Fault>;

/** A GenAuth answer in the v3 envelope, whatever it says. */
export function genauthAnswer(statusCode: number, message: string, apiCode?: number): Fault {
  return {
    kind: 'answer',
    body: {
      statusCode,
      message,
      ...(apiCode === undefined ? {} : { apiCode }),
      requestId: 'fault',
    },
  };
}

/** WeChat's server refuses with any number. */
export function wechatAnswer(errcode: number, errmsg: string): Fault {
  return { kind: 'answer', body: { errcode, errmsg } };
}
