import type { Phone } from '@mini-login/simulator';
import type { Environment } from '../environment';
import type { Scenario } from './scenario';

/** What goes wrong on the way, each at its moment. */
export interface Trouble {
  beforeLaunch(): Promise<void>;
  /** The login screen is there, and with it the login code. */
  beforeTap(): Promise<void>;
  /** WeChat's phone sheet is open. */
  beforeAllow(): Promise<void>;
  /** The program has said what is wrong. True: it is fixed, and the person tries again. */
  fix(): Promise<boolean>;
  /**
   * The button back to the app was tapped. True: it did not help, will next time, and the person
   * tries again.
   */
  mendButton(): Promise<boolean>;
}

/** A code of WeChat's lives 5 minutes. */
const TOO_LATE_MS = 5 * 60_000;

const nothing = () => Promise.resolve();
const none: Trouble = {
  beforeLaunch: nothing,
  beforeTap: nothing,
  beforeAllow: nothing,
  fix: () => Promise.resolve(false),
  mendButton: () => Promise.resolve(false),
};

/**
 * In `codes` the mini program asks WeChat and the app asks GenAuth, so there the network is gone
 * when the login code is fetched, and both codes get too old while the sheet is open. Only the
 * servers' clock is moved: the phone believes that its code is fresh.
 */
export function troubleOf(
  { trouble, contract, misbehave }: Scenario,
  phone: Phone,
  { clock }: Environment,
): Trouble {
  const inCodes = contract === 'codes';
  let broken = true;
  const fix = async () => {
    const wasBroken = broken;
    broken = false;
    await phone.network('online');
    return wasBroken;
  };
  const mendButton = async () => {
    if ((misbehave?.launchApp ?? 'works') === 'works') return false;
    await phone.waitForEntry(
      (entry) => entry.kind === 'wx' && entry.api === 'launchApp' && entry.outcome !== undefined,
    );
    await phone.misbehave({ launchApp: 'works' });
    return true;
  };
  const always = { ...none, mendButton };
  const cut = () => (broken ? phone.network('offline') : Promise.resolve());
  const tooLate = async () => {
    if (broken) clock.advance(TOO_LATE_MS);
  };
  if (trouble === 'offline')
    return { ...always, fix, ...(inCodes ? { beforeLaunch: cut } : { beforeAllow: cut }) };
  if (trouble === 'expired')
    return { ...always, fix, ...(inCodes ? { beforeAllow: tooLate } : { beforeTap: tooLate }) };
  return always;
}
