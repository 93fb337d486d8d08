import type { PhoneChange, PhoneDriver } from './phone-driver';
import { type Scenario, staysInWeChat } from './scenario';
import type { Trouble } from './trouble';

/** A moment worth a picture. */
export type Moment =
  | 'app'
  | 'log-in'
  | 'agreed'
  | 'sheet'
  | 'phone-number'
  | 'notice'
  | 'failure'
  | 'return-button'
  | 'returned';

/**
 * Goes through a login as the person of the scenario does, from the app's button until the app has
 * its answer, which is returned. Knows screens and handles, nothing of the program behind them.
 */
export async function walk(
  scenario: Scenario,
  path: string,
  driver: PhoneDriver,
  trouble: Trouble,
  look: (moment: Moment) => Promise<void>,
): Promise<string> {
  const { deny } = scenario;
  let agreed = false;

  await trouble.beforeLaunch();
  await driver.launch(path);
  for (;;) {
    const change = await driver.next();
    switch (change.kind) {
      case 'extMsg':
        return change.extMsg;
      case 'sheet':
        await answerWechat();
        break;
      case 'screen':
        await lookAt(change.screen, change);
    }
  }

  async function lookAt(screen: string, change: PhoneChange): Promise<void> {
    switch (screen) {
      case 'login':
        await look('log-in');
        return logIn();
      case 'failure':
        await look('failure');
        return driver.tap((await trouble.fix()) ? 'retry' : 'give-up');
      case 'returning':
        return returnToApp();
      case 'blank':
      case 'working':
        return;
      default:
        throw new Error(`a login should not come to this: ${JSON.stringify(change)}`);
    }
  }

  async function logIn(): Promise<void> {
    if (deny === 'consent') return refuseConsent();
    await trouble.beforeTap();
    if (agreed) return driver.tap('primary');
    agreed = true;
    if (scenario.agreeInSheet) {
      await driver.tap('primary');
      await driver.find('sheet-agree');
      await look('sheet');
      return driver.tap('sheet-agree');
    }
    await driver.tap('consent-box');
    await look('agreed');
    await driver.tap('primary');
  }

  /** WeChat goes back by itself; when it doesn't, a button comes up after 1.5 s. */
  async function returnToApp(): Promise<void> {
    if (!staysInWeChat(scenario)) return;
    await driver.find('return');
    await look('return-button');
    await driver.tap('return');
    if (await trouble.mendButton()) await driver.tap('return');
  }

  async function refuseConsent(): Promise<void> {
    await driver.tap('primary');
    await driver.find('sheet-cancel');
    await look('sheet');
    await driver.tap('sheet-cancel');
    await driver.find('notice');
    await look('notice');
    await driver.tap('decline');
  }

  async function answerWechat(): Promise<void> {
    await look('phone-number');
    if (deny !== 'phone') {
      await trouble.beforeAllow();
      return driver.answerSheet('allow');
    }
    await driver.answerSheet('reject');
    await driver.find('notice');
    await look('notice');
    await driver.tap('decline');
  }
}
