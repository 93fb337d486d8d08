import type { View } from '../../login/screen';
import { attempt } from '../answer-once';

/** How far a login came. A launch says each at most once. */
type Step = 'opened' | 'consented' | 'granted' | 'failed';

/**
 * Counts logins for the brand's owner: only in a program whose brand names an address. It says the
 * step and, of a failure, its code of the closed list: nothing of the person, the phone, the app or
 * the launch, and nothing that joins two steps. Nobody waits for it, and an answer changes nothing.
 *
 * @param endpoint https; gets `{"v":1,"step":"failed","code":"network"}` by POST.
 */
export function createFunnel(endpoint: string): (view: View) => void {
  const counted = new Set<Step>();

  const count = (step: Step, code?: string): void => {
    if (counted.has(step)) return;
    counted.add(step);
    attempt(() => {
      wx.request({
        url: endpoint,
        method: 'POST',
        data: { v: 1, step, ...(code === undefined ? {} : { code }) },
        timeout: 10_000,
        // An address of the server's own choice gets nothing.
        redirect: 'manual',
      });
    });
  };

  return (view) => {
    switch (view.screen) {
      case 'login':
        count('opened');
        if (view.consent.agreed) count('consented');
        break;
      case 'working':
        // Without steps it reads what is to be agreed to, also when it is tried again after a failure.
        if (view.steps.length > 0) count('granted');
        break;
      case 'failure':
        count('failed', view.support.lines.find(({ id }) => id === 'code')?.value);
        break;
      default:
        // What comes after a result, or after a look at the program, is another launch.
        counted.clear();
    }
  };
}

/** Begins with the login page's script, which WeChat loads when the app is there. */
export function countLogins(endpoint: string): void {
  getApp<WatchedApp>().program.watch(createFunnel(endpoint));
}

interface WatchedApp {
  readonly program: { watch(changed: (view: View) => void): unknown };
}
