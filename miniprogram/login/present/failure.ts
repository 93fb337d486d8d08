import { failures } from '../failure';
import type { FailureScreen } from '../screen';
import type { Failed } from '../state';
import { supportDetails } from '../support';
import type { Speech } from './speech';

export function presentFailure({ failure, at, visit }: Failed, say: Speech): FailureScreen {
  const { fault, retry, advice } = failures[failure.code];
  return {
    screen: 'failure',
    icon: fault === 'connection' || fault === 'account' ? fault : 'notice',
    heading: say(failure.code),
    whose: say(`fault.${fault}`),
    advice: say(`advice.${advice}`),
    retry: retry === 'never' ? null : { label: say('failure.retry'), action: 'next', busy: false },
    giveUp: { label: say('failure.back') },
    support: {
      heading: say('failure.support'),
      lines: supportDetails({ failure, at }).map(({ id, value }) => ({
        id,
        label: say(`failure.${id}`),
        value: id === 'time' ? readable(value) : value,
      })),
      copy: visit.brand.clipboard ? { label: say('failure.copy') } : null,
    },
  };
}

/** Still UTC, so that support and the person mean the same minute. */
function readable(isoTime: string): string {
  return `${isoTime.slice(0, 19).replace('T', ' ')} UTC`;
}
