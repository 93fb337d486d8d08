import type { Hands, Sight } from './hands';
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
  | 'by-hand'
  | 'returned';

/**
 * Goes through a login as the person of the scenario does, from the app's button until the app has
 * its answer, which is returned. Knows screens and handles, nothing of the program behind them.
 */
export async function walk(
  scenario: Scenario,
  path: string,
  hands: Hands,
  trouble: Trouble,
  look: (moment: Moment) => Promise<void>,
): Promise<string> {
  const { deny } = scenario;
  let agreed = false;

  await trouble.beforeLaunch();
  await hands.launch(path);
  for (;;) {
    const sight = await hands.next();
    switch (sight.kind) {
      case 'extMsg':
        return sight.extMsg;
      case 'sheet':
        await answerWechat();
        break;
      case 'screen':
        await lookAt(sight.screen, sight);
    }
  }

  async function lookAt(screen: string, sight: Sight): Promise<void> {
    switch (screen) {
      case 'login':
        await look('log-in');
        return logIn();
      case 'failure':
        await look('failure');
        return hands.tap((await trouble.fix()) ? 'retry' : 'give-up');
      case 'returning':
        return returnToApp();
      case 'blank':
      case 'working':
        return;
      default:
        throw new Error(`a login should not come to this: ${JSON.stringify(sight)}`);
    }
  }

  async function logIn(): Promise<void> {
    if (deny === 'consent') return refuseConsent();
    await trouble.beforeTap();
    if (agreed) return hands.tap('primary');
    agreed = true;
    if (scenario.agreeInSheet) {
      await hands.tap('primary');
      await hands.find('sheet-agree');
      await look('sheet');
      return hands.tap('sheet-agree');
    }
    await hands.tap('consent-box');
    await look('agreed');
    await hands.tap('primary');
  }

  /** WeChat goes back by itself; when it doesn't, a button comes up after 1.5 s. */
  async function returnToApp(): Promise<void> {
    if (!staysInWeChat(scenario)) return;
    await hands.find('return');
    await look('by-hand');
    await hands.tap('return');
    if (await trouble.mendButton()) await hands.tap('return');
  }

  async function refuseConsent(): Promise<void> {
    await hands.tap('primary');
    await hands.find('sheet-cancel');
    await look('sheet');
    await hands.tap('sheet-cancel');
    await hands.find('notice');
    await look('notice');
    await hands.tap('decline');
  }

  async function answerWechat(): Promise<void> {
    await look('phone-number');
    if (deny !== 'phone') {
      await trouble.beforeAllow();
      return hands.answerSheet('allow');
    }
    await hands.answerSheet('reject');
    await hands.find('notice');
    await look('notice');
    await hands.tap('decline');
  }
}
