import { type BackendOptions, createBackend } from '@mini-login/server';
import { useBench } from '../../sandbox/helpers';
import { platformOf, registrationOf } from './program';

export const by = 'WXLaunchMiniProgram.Resp';

export const secret = 'a secret of this test, that is long enough';

/** Backends over one sandbox, and short ways to ask them. */
export function useBackends() {
  const bench = useBench();
  function start(
    contract: BackendOptions['contract'] = 'session',
    change: Partial<BackendOptions> = {},
  ) {
    let sessions = 0;
    const backend = createBackend({
      registration: registrationOf(bench),
      platform: platformOf(bench),
      contract,
      secret,
      startSession: ({ who }) => {
        sessions += 1;
        return Promise.resolve({ cookie: `session ${sessions} of ${who.name}` });
      },
      ...change,
    });
    const post = async (
      path: string,
      body: unknown,
      headers: Record<string, string> = { 'content-type': 'application/json' },
    ) => {
      const init = {
        method: 'POST',
        headers,
        body: typeof body === 'string' ? body : JSON.stringify(body),
      };
      const response = await backend(new Request(`http://127.0.0.1${path}`, init));
      return { status: response.status, ...(await response.json()) };
    };
    return { backend, post, begin: (body: object = {}) => post('/wechat-login', body) };
  }
  return { bench, start };
}
