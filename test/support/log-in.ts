import type { LoginWishes, ReturnContract } from '../../scripts/host-app';
import type { TestPhone } from './phone';

export const contracts: readonly ReturnContract[] = ['session', 'sealed', 'codes', 'ticket'];

/** Ticks the box and goes on; WeChat asks for the number then. */
export async function agree(phone: TestPhone): Promise<void> {
  await phone.tap('consent-box');
  await phone.tap('primary');
}

/** From the app's button until the number is shared. */
export async function logInAndShare(phone: TestPhone, contract: ReturnContract, wishes?: LoginWishes): Promise<void> {
  await phone.logIn(contract, wishes);
  await agree(phone);
  await phone.allow();
}
