import { consoleHost, host, ticketEndpoint } from '../brands';
import { hold, type Invariant } from './invariant';

const urls = {
  signIn: (url: string) => url === `${host}/api/v3/signin-by-mobile`,
  ticket: (url: string) => url === ticketEndpoint,
  agreements: (url: string) => /^[0-9a-f]{24}\/public-config$/.test(url.replace(`${consoleHost}/api/v2/applications/`, '')),
} as const;

/** The GenAuth host comes from the brand, never from the launch; what the brand locks, the launch can't change. */
export const brandRules: Invariant = (world) => ({
  stepped({ state, effects }) {
    const { genauth, apps, phone } = world().brand;
    const [entry] = apps;
    for (const effect of effects) {
      if (effect.type !== 'request') continue;
      const { url, headers, body } = effect.request;
      hold(7, urls[effect.purpose](url), `a request goes to ${url}`);
      const app = headers[genauth.headers.appId];
      hold(7, app === entry.app, `the launch changes the application to ${app}`);
      const named = /"extIdpConnidentifier":"([^"]*)"/.exec(JSON.stringify(body ?? null))?.[1];
      hold(7, named === undefined || named === entry.connection, `the launch changes the connection to ${named}`);
    }
    if (state.name !== 'asking') return;
    const { launch } = state.visit;
    hold(7, entry.returns.includes(launch.contract), `${launch.contract} is not allowed by the brand`);
    if (phone === 'required') hold(7, launch.phone === 'required', 'the launch is less strict about the phone than the brand');
    if (phone === 'optional') hold(7, launch.phone !== 'none', 'the launch is less strict about the phone than the brand');
  },
});
