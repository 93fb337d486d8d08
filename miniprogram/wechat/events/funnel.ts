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
  const told = new Set<Step>();

  const tell = (step: Step, code?: string): void => {
    if (told.has(step)) return;
    told.add(step);
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
        tell('opened');
        if (view.consent.agreed) tell('consented');
        break;
      case 'working':
        // Before the login screen it asks who the app is: nothing was granted yet.
        if (told.has('opened')) tell('granted');
        break;
      case 'failure':
        tell('failed', view.support.lines.find(({ id }) => id === 'code')?.value);
        break;
      default:
        // What comes after a result, or after a look at the program, is another launch.
        told.clear();
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
