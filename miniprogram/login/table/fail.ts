import type { Agreement } from '../brand';
import type { Failure } from '../failure';
import type { Failed } from '../state';
import type { Context, Step } from './row';

type Base = Pick<Failed, 'attempt' | 'lang' | 'lacks' | 'launch' | 'privacy'>;

/** The failure screen. Consent that was given stays given for this launch; every code is forgotten. */
export function fail(
  { attempt, lang, lacks, launch, privacy }: Base,
  failure: Failure,
  consent: { readonly agreements: readonly Agreement[] | null; readonly agreedAt: number | null },
  { now }: Context,
): Step {
  const { agreements, agreedAt } = consent;
  return {
    state: { name: 'failed', attempt, lang, lacks, launch, privacy, failure, at: now, agreements, agreedAt },
    effects: [
      { type: 'stopTimer', timer: 'deadline' },
      { type: 'stopTimer', timer: 'codeAge' },
    ],
  };
}

export function timedOut(what: string): Failure {
  return { code: 'timeout', message: `${what} did not answer in time` };
}

export function cannotReach(what: string, reason: 'network' | 'timeout'): Failure {
  return reason === 'timeout' ? timedOut(what) : { code: 'network', message: `${what} could not be reached` };
}
