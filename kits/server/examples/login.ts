import { createBackend, type LoginStore } from '@mini-login/server';

/** What every example below serves. `startSession` is yours: here it only says who it is. */
export function createLoginHandler(
  environment: Readonly<Record<string, string | undefined>>,
  store?: LoginStore,
): (request: Request) => Promise<Response> {
  const { GENAUTH = 'http://127.0.0.1:5190', LOGIN_SECRET = '' } = environment;
  return createBackend({
    registration: {
      genauth: GENAUTH,
      console: GENAUTH,
      appId: environment.GENAUTH_APP_ID ?? '65f0c0ffee65f0c0ffee65f0',
      connection: environment.GENAUTH_CONNECTION ?? 'harbor-wechat',
      userPoolId: environment.GENAUTH_USER_POOL_ID ?? '',
      userPoolSecret: environment.GENAUTH_USER_POOL_SECRET ?? '',
    },
    contract: 'sealed',
    secret: LOGIN_SECRET,
    startSession: ({ who }) => Promise.resolve({ user: who.id, name: who.name }),
    onError: (error) => console.error(error),
    ...(store === undefined ? {} : { store }),
  });
}
