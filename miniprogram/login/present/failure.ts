import { failures } from '../failure';
import type { Failed } from '../state';
import type { FailureScreen } from '../view';
import { advice } from './advice';
import type { Speech } from './speech';

export function presentFailure({ failure, at }: Failed, say: Speech): FailureScreen {
  const { fault, retry } = failures[failure.code];
  return {
    screen: 'failure',
    icon: fault === 'connection' || fault === 'account' ? fault : 'notice',
    heading: say(failure.code),
    whose: say(`fault.${fault}`),
    advice: say(advice[failure.code]),
    retry: retry === 'never' ? null : { label: say('failure.retry'), action: 'next', busy: false },
    giveUp: { label: say('failure.back') },
    support: {
      heading: say('failure.support'),
      lines: [
        { id: 'code', label: say('failure.code'), value: failure.code },
        ...(failure.apiCode === undefined
          ? []
          : [{ id: 'apiCode', label: say('failure.apiCode'), value: String(failure.apiCode) }]),
        ...(failure.requestId === undefined
          ? []
          : [{ id: 'requestId', label: say('failure.requestId'), value: failure.requestId }]),
        { id: 'time', label: say('failure.time'), value: readableTime(at) },
      ],
      copy: { label: say('failure.copy') },
    },
  };
}

/** UTC, so that support and the person mean the same minute. */
function readableTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
