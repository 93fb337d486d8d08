import { app, caller, hex, least, rules } from './ext-brands';

const many = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example`);

type Field = [
  path: string,
  change: (value: unknown) => object,
  right: readonly unknown[],
  wrong: readonly unknown[],
];

/** What a field of ext.json may hold, and what is refused by its name. */
export const fields: readonly Field[] = [
  [
    'businessDomains',
    (value) => ({ businessDomains: value }),
    [[], ['a.b-c.example'], ['1.example', 'x9.co'], many(20)],
    [
      ...['acme.example', ['acme'], ['Acme.example'], [' a.example'], ['a.example/x'], [7]],
      ...[['a.example', 'a.example'], ['-.9'], many(21)],
    ],
  ],
  [
    'genauth.host',
    (host) => ({ genauth: { host } }),
    ['https://a.example', 'https://a-1.b.example9'],
    [
      ...[undefined, '', 'a.example', 'http://a.example', 'xhttps://a.example'],
      ...['https://a.example/', 'https://a.example:1', 'https://example', 'https://a.9', 7],
    ],
  ],
  [
    'genauth.ticketEndpoint',
    (ticketEndpoint) => ({ genauth: { ...least.genauth, ticketEndpoint } }),
    ['https://a.example/', 'https://a.b.example/x?y=1#z', `https://a.example/${'x'.repeat(1_024)}`],
    [
      ...['https://a.example', 'http://a.example/', 'xhttps://a.example/', 'https://example/'],
      ...[
        'https://a.example/ x',
        'https://a.example/x y',
        `https://a.example/${'x'.repeat(1_025)}`,
      ],
      ...['https://a.9/', 'https://A.example/', '', 7],
    ],
  ],
  [
    'genauth.userPoolId',
    (userPoolId) => ({ genauth: { ...least.genauth, userPoolId } }),
    [hex('0'), 'abcdef0123456789abcdef01'],
    ['', hex('g'), `${hex('a')}a`, `x${hex('a')}`, `${hex('a')} `, 'a', 7],
  ],
  [
    'genauth.headers.appId',
    (appId) => ({ genauth: { ...least.genauth, headers: { appId } } }),
    ['x', 'x-app-1', `x${'y'.repeat(63)}`],
    ['', 'X-App', '1x', 'x app', 'x:', '-x', `x${'y'.repeat(64)}`, 7],
  ],
  [
    'scopes',
    (scopes) => ({ scopes }),
    [['openid'], ['profile', 'openid', 'A_b:c.9'], ['openid', 'x'.repeat(64)]],
    [
      ...[[], ['profile'], 'openid', ['openid', 'openid'], ['openid', 'a b'], ['openid', '']],
      ...[['openid', 'x'.repeat(65)], ['openid', '"x'], ['openid', 'x"'], null],
    ],
  ],
  [
    'apps.0.mobileAppId',
    (mobileAppId) => ({ apps: [{ ...app, mobileAppId }] }),
    ['wx0000000000000000'],
    [undefined, '', 'wx', `${caller}0`, `x${caller}`, 'wx0123456789ABCDEF', 7],
  ],
  [
    'apps.0.app',
    (id) => ({ apps: [{ ...app, app: id }] }),
    [hex('0')],
    [undefined, '', `${hex('a')}a`, `x${hex('a')}`, hex('z'), 7],
  ],
  [
    'apps.0.connection',
    (connection) => ({ apps: [{ ...app, connection }] }),
    ['a', 'a-1', 'x'.repeat(31)],
    [undefined, '', 'A', 'a b', 'a!', '!a', 'x'.repeat(32), 7],
  ],
  [
    'apps.0.returns',
    (returns) => ({ apps: [{ ...app, returns }] }),
    [['codes', 'session']],
    [
      undefined,
      [],
      'session',
      ['session', 'session'],
      ['tokens'],
      ['session', 'codes', 'ticket', 'x'],
    ],
  ],
  [
    'apps.0.name',
    (name) => ({ apps: [{ ...app, name }] }),
    ['x'.repeat(60)],
    ['', 'x'.repeat(61), 7],
  ],
  [
    'apps.0.contact',
    (contact) => ({ apps: [{ ...app, contact }] }),
    ['x'.repeat(100)],
    ['', 'x'.repeat(101), '<', 7],
  ],
  ['appName', (appName) => ({ appName }), ['x'.repeat(60)], ['', null, 'x'.repeat(61)]],
  ['operator', (operator) => ({ operator }), ['x'.repeat(100)], ['', null, 'x'.repeat(101)]],
  ['contact', (contact) => ({ contact }), ['x'.repeat(100)], ['', 'x'.repeat(101)]],
  [
    'languages',
    (languages) => ({ languages }),
    [['en'], ['en', 'zh-CN']],
    [[], ['ja'], ['en', 'en'], 'en', null],
  ],
  [
    'apps',
    (apps) => ({ apps }),
    [
      Array.from({ length: 50 }, (_, index) => ({
        ...app,
        mobileAppId: `wx${String(index).padStart(16, '0')}`,
      })),
    ],
    [undefined, [], { 0: app, length: 1 }],
  ],
  ['unknownCaller', (unknownCaller) => ({ unknownCaller }), ['refuse', caller], ['', 'wx1', null]],
  [
    'agreements',
    (agreements) => ({ agreements }),
    [{ from: 'genauth', consoleHost: 'https://a-1.example' }],
    [
      ...[
        undefined,
        null,
        { items: [rules] },
        { from: 'brand' },
        { from: 'other', items: [rules] },
      ],
      ...[
        { from: 'genauth' },
        { from: 'genauth', items: [rules] },
        { from: 'genauth', consoleHost: 'http://a.example' },
        { from: 'genauth', consoleHost: 'xhttps://a.example' },
        { from: 'genauth', consoleHost: 'https://a.example/x' },
        { from: 'genauth', consoleHost: ['https://a.example'] },
      ],
    ],
  ],
  [
    'apps.0.agreements',
    (agreements) => ({ apps: [{ ...app, agreements }] }),
    [{ from: 'brand', items: [rules] }],
    [null, { from: 'brand', items: [] }],
  ],
];
