import { failures } from '../failure';
import type { FailureScreen } from '../screen';
import type { Failed } from '../state';
import { supportDetails } from '../support';
import type { Translate } from './translate';

export function presentFailure(
  { failure, at, visit }: Failed,
  translate: Translate,
): FailureScreen {
  const { fault, retry, advice } = failures[failure.code];
  return {
    screen: 'failure',
    icon: fault === 'connection' || fault === 'account' ? fault : 'notice',
    heading: translate(failure.code === 'launch_expired' ? 'code_expired' : failure.code),
    // Nobody's: what counts is the same as where it is the connection's.
    whose: translate(fault === 'time' ? 'fault.connection' : `fault.${fault}`),
    advice: translate(`advice.${advice}`),
    retry:
      retry === 'never' ? null : { label: translate('failure.retry'), action: 'next', busy: false },
    backToApp: { label: translate('failure.back') },
    support: {
      heading: translate('failure.support'),
      lines: supportDetails({ failure, at }).map(({ id, value }) => ({
        id,
        label: translate(`failure.${id}`),
        value: id === 'time' ? localTime(at) : value,
      })),
      copy: visit.brand.clipboard ? { label: translate('failure.copy') } : null,
    },
  };
}

/** As the person's clock shows it, with its offset, so that support means the same minute. */
export function localTime(at: number, east = -new Date(at).getTimezoneOffset()): string {
  const shown = new Date(at + east * 60_000).toISOString().slice(0, 19).replace('T', ' ');
  const minutes = Math.abs(east);
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${shown} ${east < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
