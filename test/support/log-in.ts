import { expect } from '@jest/globals';
import type { Fault, Sandbox } from '@mini-login/sandbox';
import type { LaunchPreferences, ReturnContract } from '@mini-login/server';
import { waiting } from '@mini-login/simulator';
import type { TestPhone } from './phone';

export const contracts: readonly ReturnContract[] = ['session', 'sealed', 'codes', 'ticket'];

/** Ticks the box and goes on; WeChat asks for the number then. */
export async function agree(phone: TestPhone): Promise<void> {
  await phone.tap('consent-box');
  await phone.tap('primary');
}

/** From the app's button until the number is shared. */
export async function logInAndShare(
  phone: TestPhone,
  contract: ReturnContract,
  preferences?: LaunchPreferences,
): Promise<void> {
  await phone.logIn(contract, preferences);
  await agree(phone);
  await phone.allow();
}

/** Signs in while GenAuth answers so, until GenAuth is asked. */
export async function logInWhile(
  phone: TestPhone,
  genauth: Sandbox['genauth'],
  fault: Fault,
): Promise<void> {
  genauth.faults.enqueue({ path: '/api/v3/signin-by-mobile', fault });
  await logInAndShare(phone, 'session');
  await untilAsked(genauth);
}

/**
 * Until every fault was met. On the phone's clock a request takes no time: a wait on it that begins
 * before the server is asked is none for what the server does.
 */
export async function untilAsked({ faults }: Sandbox['genauth' | 'wechat']): Promise<void> {
  await waiting('the server to be asked', async () => faults.pending().length === 0);
}

/**
 * What the app gets for a refusal or failure: its code, the empty text, or the old documents'
 * words. docs/host-app.md
 */
export function refusalIn(contract: ReturnContract, code: string): unknown {
  if (contract === 'codes') return '';
  if (contract !== 'ticket') return expect.stringContaining(`"code":"${code}"`);
  const isNo = code === 'phone_denied' || code === 'consent_refused';
  return isNo
    ? 'code=400&message=用户取消授权'
    : expect.stringMatching(new RegExp(`^code=400&message=${code}: `));
}
