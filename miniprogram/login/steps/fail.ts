import type { Consent } from '../consent';
import type { RequestTrouble } from '../event';
import type { ShownFailure } from '../failure';
import type { Failed, Working } from '../state';
import { supportText } from '../support';
import { hasTime, timing } from '../timing';
import type { AppVisit } from '../visit';
import { type Context, type EventOf, type Step, stay } from './step';

interface From {
  readonly visit: AppVisit;
  readonly consent?: Consent | null;
}

/**
 * The failure screen. Consent that was given stays given for this launch; every code is forgotten.
 */
export function fail(
  { visit, consent = null }: From | Failed,
  failure: ShownFailure,
  { now }: Context,
): Step {
  return stay({ name: 'failed', visit, failure, at: now, consent });
}

export const launchExpired: ShownFailure = {
  code: 'launch_expired',
  message: 'The login was not over 9 minutes after the launch',
};

export function timedOut(what: string): ShownFailure {
  return { code: 'timeout', message: `${what} did not answer in time` };
}

/**
 * `url`: of the brand. Its host is named where WeChat refuses it, for the owner to declare
 * (docs/wechat.md#rules-for-requests).
 */
export function cannotReach(
  what: string,
  url: string | null,
  reason: RequestTrouble,
): ShownFailure {
  switch (reason) {
    case 'timeout':
      return timedOut(what);
    case 'domain': {
      const host = /^https:\/\/([^/]+)/.exec(url ?? '')?.[1] ?? 'The host';
      return {
        code: 'domain_not_allowed',
        message: `${host} is not declared as a request domain of this program`,
      };
    }
    case 'redirects':
      return {
        code: 'unsupported_client',
        message: 'WeChat on a computer follows redirects: nothing was sent',
      };
    case 'wechat':
      return { code: 'wechat_failed', message: `WeChat made no request to ${what}` };
    case 'interrupted':
      return { code: 'code_expired', message: `WeChat broke off the request to ${what}` };
    case 'network':
      return { code: 'network', message: `${what} could not be reached` };
  }
}

/** Who each state waits for. */
const awaited: Readonly<Record<Working['name'], string>> = {
  identifying: 'The directory',
  preparing: "GenAuth's public configuration",
  renewing: 'WeChat',
  signingIn: 'GenAuth',
  minting: 'The ticket endpoint',
  sealing: 'The sealing',
};

export function failAtDeadline(state: Working, _: EventOf<'alarmRang'>, context: Context): Step {
  if (hasTime(state, context.now, timing.deadlineMs)) return stay(state);
  return fail(state, timedOut(awaited[state.name]), context);
}

/**
 * The clipboard is a privacy interface: only where the brand has declared it
 * (docs/wechat.md#the-clipboard-is-a-privacy-interface).
 */
export function copySupport(state: Failed): Step {
  const { clipboard } = state.visit.brand;
  return { state, effects: clipboard ? [{ type: 'copy', text: supportText(state) }] : [] };
}
