import * as fc from 'fast-check';
import type { ClientAbility, EnterOptions } from '../../miniprogram/login/event';

/** A key that is a point of P-256 (the example of RFC 7517, appendix A.1), as a launch carries it. */
export const key = Buffer.from(
  JSON.stringify({
    kty: 'EC',
    crv: 'P-256',
    x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
    y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  }),
).toString('base64url');

export interface AppLaunch {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** The app makes a new `state` for each launch. */
  readonly withState: boolean;
}

const own = 'pages/login/login';
const session = (query: Record<string, unknown> = {}): AppLaunch => ({ path: own, query: { v: '1', ...query }, withState: true });

export const goodLaunches: readonly AppLaunch[] = [
  session(),
  session({ key }),
  session({ return: 'codes' }),
  session({ return: 'ticket' }),
  session({ phone: 'optional' }),
  session({ phone: 'none' }),
  session({ phone: 'none', return: 'ticket' }),
  session({ phone: 'optional', return: 'codes' }),
  session({ phone: 'optional', key, lang: 'en' }),
  session({ phone: 'optional', return: 'ticket', conn: 'harbor-wechat' }),
  { path: own, query: { v: '1', app: 'a'.repeat(24) }, withState: false },
  { path: '', query: {}, withState: false },
  {
    path: 'routes/explore',
    query: { userPoolId: 'b'.repeat(24), fromApp: '1', getPhone: '1', useSelfWxapp: '0' },
    withState: false,
  },
];

const badLaunches: readonly AppLaunch[] = [
  session({ v: '2' }),
  session({ app: 'nonsense' }),
  session({ app: 'c'.repeat(24) }),
  session({ conn: 'other-connection' }),
  session({ return: 'everything' }),
  session({ key: 'AAAA' }),
  session({ host: 'https://evil.example' }),
  session({ scope: '%E0%A4%A' }),
  session({ lang: ['en', 'ja'] }),
  { path: own, query: { v: '1', state: 'not ok!' }, withState: false },
  { path: 'routers/explore', query: { userPoolId: 'x', fromApp: '1' }, withState: false },
  { path: own, query: { v: '1', return: 'codes', phone: 'maybe' }, withState: false },
];

export const launchArbitrary: fc.Arbitrary<AppLaunch> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...goodLaunches) },
  { weight: 1, arbitrary: fc.constantFrom(...badLaunches) },
);

export const lacksArbitrary: fc.Arbitrary<readonly ClientAbility[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.subarray<ClientAbility>(['navigateBackApplication', 'exitMiniProgram', 'getPrivacySetting', 'getRandomValues']),
  },
);

export function optionsOf(launch: AppLaunch, state: string): EnterOptions {
  const query = launch.withState ? { ...launch.query, state } : launch.query;
  return { path: launch.path, query, scene: 1069 };
}
