import * as fc from 'fast-check';
import type { EnterOptions } from '../../miniprogram/login/event';

/**
 * A key that is a point of P-256 (the example of RFC 7517, appendix A.1), as a launch carries it.
 */
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

/** What other SDKs put into a query. */
const noise = { __key_: '17320000000000', gdt_vid: 'wx0a1b2c3d4e5f' };

const own = 'pages/login/login';
const session = (query: Record<string, unknown> = {}): AppLaunch => ({
  path: own,
  query: { v: '1', ...query },
  withState: true,
});

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
  session({ scope: 'openid%20email' }),
  session({ nonce: 'n'.repeat(22), ...noise }),
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
  session({ scope: 'openid%20address' }),
  session({ nonce: 'short' }),
  { path: own, query: { v: '1' }, withState: false },
  session({ scope: '%E0%A4%A' }),
  session({ lang: ['en', 'ja'] }),
  { path: own, query: { v: '1', state: 'not ok!' }, withState: false },
  { path: 'routers/explore', query: { userPoolId: 'x', fromApp: '1' }, withState: false },
  session({ return: 'codes', phone: 'maybe' }),
];

export const launchArbitrary: fc.Arbitrary<AppLaunch> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...goodLaunches) },
  { weight: 1, arbitrary: fc.constantFrom(...badLaunches) },
);

/** Who opens the program, and whether WeChat says it. */
export const openingApps = {
  app: 'wxfedcba0987654321',
  other: 'wx0123456789abcdef',
  foreign: 'wx9999999999999999',
  none: null,
} as const;
export type OpeningApp = keyof typeof openingApps;

export const callerArbitrary: fc.Arbitrary<OpeningApp> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<OpeningApp>('app') },
  { weight: 3, arbitrary: fc.constantFrom<OpeningApp>('other', 'foreign', 'none') },
);

export function optionsOf(launch: AppLaunch, state: string, caller: OpeningApp): EnterOptions {
  const query = launch.withState ? { ...launch.query, state } : launch.query;
  return { path: launch.path, query, scene: 1069, caller: openingApps[caller] };
}

/**
 * What comes with a return to the front: nothing of the launch, or its options again. What the phone
 * adds is of that moment; the caller may be missing
 * (docs/wechat.md#a-return-repeats-the-last-launch).
 */
export type Repeats =
  | 'nothing'
  | 'launch'
  | 'launchWithNoise'
  | 'launchWithoutCaller'
  /** WeChat names an app that it had left out. */
  | 'launchNaming'
  | 'launchNamingOther';

/** What WeChat gives when it repeats a launch: as it was, or with something added or missing. */
export function repeated(options: EnterOptions, how: Exclude<Repeats, 'nothing'>): EnterOptions {
  switch (how) {
    case 'launch':
      return options;
    case 'launchWithNoise':
      return { ...options, query: { ...Object(options.query), ...noise } };
    case 'launchWithoutCaller':
      return { ...options, caller: null };
    case 'launchNaming':
      return { ...options, caller: options.caller ?? openingApps.app };
    case 'launchNamingOther':
      return { ...options, caller: options.caller ?? openingApps.other };
  }
}
