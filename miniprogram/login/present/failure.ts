import { failures } from '../failure';
import type { Failed } from '../state';
import { supportDetails } from '../support';
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
      lines: supportDetails({ failure, at }).map(({ id, value }) => ({
        id,
        label: say(`failure.${id}`),
        value: id === 'time' ? readable(value) : value,
      })),
      copy: { label: say('failure.copy') },
    },
  };
}

/** Still UTC, so that support and the person mean the same minute. */
function readable(isoTime: string): string {
  return `${isoTime.slice(0, 19).replace('T', ' ')} UTC`;
}
