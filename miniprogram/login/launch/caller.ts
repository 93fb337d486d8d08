import type { AppEntry, Brand } from '../brand';
import type { Failure } from '../failure';

/**
 * The brand's entry of the app that asks. Null: the brand does not name it, and any verified app
 * can open any program (docs/wechat.md#any-verified-app-can-open-the-program), so it gets a refusal
 * and nothing else.
 */
export function entryOf(caller: string | null, { apps, unknownCaller }: Brand): AppEntry | null {
  return apps.find(({ mobileAppId }) => mobileAppId === (caller ?? unknownCaller)) ?? null;
}

export function notAllowed(caller: string | null): Failure {
  if (caller === null)
    return { code: 'app_not_allowed', message: 'WeChat did not say which app opened this program' };
  const named = /^wx[0-9a-f]{16}$/.test(caller) ? caller : 'that opened it';
  return { code: 'app_not_allowed', message: `This program does not serve the app ${named}` };
}
