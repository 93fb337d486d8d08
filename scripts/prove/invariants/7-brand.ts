import type { AppEntry } from '../../../miniprogram/login/brand';
import type { Effect } from '../../../miniprogram/login/effect';
import type { EnterOptions } from '../../../miniprogram/login/event';
import type { Launch } from '../../../miniprogram/login/launch/launch';
import { consoleHost, host, ticketEndpoint } from '../brands';
import { hosted, registered } from '../hosted';
import { hold } from '../violation';
import { type Invariant, isNewVisit } from './invariant';

const urls = {
  signIn: (url: string) => url === `${host}/api/v3/signin-by-mobile`,
  ticket: (url: string) => url === ticketEndpoint,
  agreements: (url: string) =>
    /^[0-9a-f]{24}\/public-config$/.test(url.replace(`${consoleHost}/api/v2/applications/`, '')),
  directory: (url: string) =>
    /^https:\/\/directory\.example\/apps\/wx[0-9a-f]{16}$/.test(url) || urls.agreements(url),
} as const;

/**
 * The GenAuth host comes from the brand, never from the launch; what the brand locks, the launch
 * can't change.
 */
export const brandRules: Invariant = (model) => {
  let launched: EnterOptions | null = null;
  let next: EnterOptions | null = null;

  const entryOfCaller = (): AppEntry => {
    const { apps, unknownCaller } = model().brand;
    const caller = launched?.caller ?? null;
    if (model().brand === hosted && launched !== null)
      return { ...apps[0], ...registered(launched) };
    return apps.find(({ mobileAppId }) => mobileAppId === (caller ?? unknownCaller)) ?? apps[0];
  };

  return {
    launched(options, fresh) {
      if (fresh) next = options;
      // It was this one from the start: WeChat had not said so.
      else if (next !== null && options.caller !== null) next = { ...next, caller: options.caller };
    },
    entered() {
      launched = next;
    },
    stepped(step) {
      const { effects, state } = step;
      if (isNewVisit(step)) launched = next;
      for (const effect of effects) {
        hold(
          7,
          model().brand.clipboard || effect.type !== 'copy',
          'the clipboard is used, which the brand has not declared',
        );
        if (effect.type === 'request') checkRequest(effect);
      }
      if (state.name === 'asking') checkLaunch(state.visit.launch);
    },
  };

  function checkRequest({ purpose, request }: Extract<Effect, { type: 'request' }>): void {
    const { genauth, scopes } = model().brand;
    const entry = entryOfCaller();
    hold(7, urls[purpose](request.url), `a request goes to ${request.url}`);
    const app = request.headers[genauth.headers.appId];
    // Opened by hand, there is no app: the agreements are those of the brand's first.
    hold(
      7,
      app === entry.app || purpose === 'agreements' || purpose === 'directory',
      `the launch changes the application to ${app}`,
    );
    const body = JSON.stringify(request.body ?? null);
    const named = /"extIdpConnidentifier":"([^"]*)"/.exec(body)?.[1];
    hold(
      7,
      named === undefined || named === entry.connection,
      `the launch changes the connection to ${named}`,
    );
    const scope = /"scope":"([^"]*)"/.exec(body)?.[1]?.split(' ') ?? [];
    const isAllowed = scope.every((one) => scopes.includes(one));
    hold(7, isAllowed, `more is asked for than the brand allows: ${scope.join(' ')}`);
    const hasPhone = body.includes('PhonePayload') || body.includes('wxPhoneInfo');
    hold(7, hasPhone || !scope.includes('phone'), 'the phone is asked for, and none was given');
  }

  function checkLaunch({ contract, phone, key }: Launch): void {
    const { brand } = model();
    hold(7, entryOfCaller().returns.includes(contract), `${contract} is not allowed by the brand`);
    hold(
      7,
      brand.sealed === 'optional' || key !== null,
      'a result is not going to be sealed, which the brand requires',
    );
    const isStrict =
      brand.phone === 'none' ||
      phone === 'required' ||
      (brand.phone === 'optional' && phone === 'optional');
    hold(7, isStrict, 'the launch is less strict about the phone than the brand');
  }
};
