import type { Person } from '@mini-login/sandbox';
import type { Conclusion, ReturnContract } from '@mini-login/server';
import { type Misbehaviour, PROFILES, type ProfileName } from '@mini-login/simulator';

export type { Lang } from '../../miniprogram/login/lang';

/**
 * A login as somebody would try it: who, through which contract, and what goes otherwise than
 * hoped.
 */
export interface Scenario {
  readonly contract: ReturnContract;
  /** An id of the sandbox's people. */
  readonly person: string;
  /** What the person says no to. */
  readonly deny?: 'phone' | 'consent';
  /**
   * `offline`: the network goes away at the worst moment. `expired`: a code is redeemed too late.
   * Trying again helps where it can.
   */
  readonly trouble?: 'offline' | 'expired';
  /** The connection takes existing accounts only. */
  readonly loginOnly?: boolean;
  /**
   * Whose AppID WeChat names as the one that launches: the demo app's, another's, or nobody's.
   * Default `app`.
   */
  readonly caller?: 'app' | 'foreign' | 'none';
  /** The kind of phone. Default `ios`. */
  readonly phone?: ProfileName;
  /**
   * How WeChat lets the program down beyond what the phone's kind does; where it doesn't go back,
   * the person taps the button for it.
   */
  readonly misbehave?: Partial<Misbehaviour>;
  /** The agreements are accepted in the sheet that asks for them, not by the box. */
  readonly agreeInSheet?: boolean;
}

/** What the app must get; `says` is what its error's message must contain. */
export type Expected =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly apiCode?: number;
      readonly says?: string;
    };

/** Why a login can't work: the mini program's failure code and GenAuth's number. */
interface Obstacle {
  readonly failure: string;
  /** Absent: GenAuth is not asked. */
  readonly apiCode?: number;
}

/** Whether the person has to tap the button back to the app. */
export function staysInWeChat({ phone = 'ios', misbehave }: Scenario): boolean {
  const behaviour: Partial<Misbehaviour> = { ...PROFILES[phone].misbehave, ...misbehave };
  return (behaviour.navigateBackApplication ?? 'works') !== 'works';
}

/** What these options call for, said from the contracts and not from the program. */
export function expectedOf(scenario: Scenario, person: Person): Expected {
  const { contract, deny, trouble } = scenario;
  if (isUnproven(scenario)) return { ok: false, code: 'unproven_delivery' };
  const obstacle = refusalOf(scenario) ?? undeclaredOf(scenario) ?? obstacleOf(scenario, person);
  // Only in `codes` does the app redeem the codes, and it can't ask for new ones.
  if (!obstacle)
    return contract === 'codes' && trouble === 'expired' ? exchangeFailed(602) : { ok: true };
  switch (contract) {
    case 'session':
    case 'sealed':
      return { ok: false, code: obstacle.failure };
    case 'codes':
      return obstacle.apiCode === undefined
        ? { ok: false, code: 'denied' }
        : exchangeFailed(obstacle.apiCode);
    case 'ticket':
      return { ok: false, code: 'denied', says: deny ? '用户取消授权' : obstacle.failure };
  }
}

/**
 * Android delivers the button's text as ShowMessageFromWX.Req, which counts only with the state
 * that these two do not carry.
 */
function isUnproven({ contract, phone, misbehave }: Scenario): boolean {
  const isManual = (misbehave?.navigateBackApplication ?? 'works') !== 'works';
  return isManual && phone === 'android' && (contract === 'codes' || contract === 'ticket');
}

/** Null: the app got what it must get; else what is different. */
export function difference(app: Conclusion, expected: Expected): string | null {
  if (app.ok !== expected.ok) {
    const got = app.ok ? 'somebody signed in' : `${app.error.code} (${app.error.message})`;
    return `the app should have got ${expected.ok ? 'a person signed in' : expected.code}, and got: ${got}`;
  }
  if (app.ok || expected.ok) return null;
  const { code, apiCode, message } = app.error;
  if (code !== expected.code)
    return `the app should have got ${expected.code}, and got ${code} (${message})`;
  if (expected.apiCode !== undefined && apiCode !== expected.apiCode) {
    return `the app should have got apiCode ${expected.apiCode}, and got ${apiCode}`;
  }
  return expected.says === undefined || message.includes(expected.says)
    ? null
    : `the message should say ${expected.says}: ${message}`;
}

function exchangeFailed(apiCode: number): Expected {
  return { ok: false, code: 'exchange_failed', apiCode };
}

/**
 * Nothing but a refusal reaches an app that the brand does not name; the demo brand refuses one
 * without an AppID too.
 */
function refusalOf({ caller = 'app', deny }: Scenario): Obstacle | undefined {
  if (caller !== 'app') return { failure: 'app_not_allowed' };
  return deny && { failure: deny === 'phone' ? 'phone_denied' : 'consent_refused' };
}

/** In `codes` the mini program asks GenAuth nothing that it could not do without. */
function undeclaredOf({ contract, misbehave }: Scenario): Obstacle | undefined {
  return misbehave?.domains === 'forgotten' && contract !== 'codes'
    ? { failure: 'domain_not_allowed' }
    : undefined;
}

function obstacleOf({ loginOnly }: Scenario, person: Person): Obstacle | undefined {
  if (!person.phone) return { failure: 'phone_unavailable' };
  if (person.highRisk) return { failure: 'account_blocked', apiCode: 602 };
  if (person.apiCode !== undefined)
    return { failure: failureOf(person.apiCode), apiCode: person.apiCode };
  return loginOnly && person.standing === 'unknown'
    ? { failure: 'user_not_found', apiCode: 2004 }
    : undefined;
}

/** By docs/host-app.md, for the apiCodes that the demo's people meet. */
function failureOf(apiCode: number): string {
  switch (apiCode) {
    case 1636:
      return 'needs_mfa';
    case 1640:
    case 1641:
      return 'needs_binding';
    case 1642:
      return 'needs_completion';
    case 2005:
      return 'account_locked';
    case 2_120_008:
      return 'account_blocked';
    default:
      throw new Error(`which failure apiCode ${apiCode} is has not been said here`);
  }
}
