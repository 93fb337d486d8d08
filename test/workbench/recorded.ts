import type { EnterOptions, TimelineEntry, TimelineEvent } from '@mini-login/simulator/contract';

/**
 * A journey as the phone records it, written by hand from the contracts: nothing here is anybody's.
 */
export const secrets = {
  loginCode: '0b3Jk2ll2uTQ1a4Zqnol2wKf8N1Jk2lB',
  phoneCode: '5f2c0d9be7a14c70b1c4a0e35b6bd9a87766aa10c2ef4d1f9e4c5a8b7d6e5f40',
  access_token: `eyJhbGciOiJSUzI1NiJ9.${base64url({ sub: '6560f1', scope: 'openid profile phone' })}.c2lnbmF0dXJlLW9uZQ`,
  id_token: `eyJhbGciOiJSUzI1NiJ9.${base64url({ sub: '6560f1', phone_number: '13800138000' })}.c2lnbmF0dXJlLXR3bw`,
  phone: '13800138000',
} as const;

const start = Date.UTC(2026, 10, 23, 6, 30);

export const launchOptions: EnterOptions = {
  path: 'pages/login/login',
  query: {
    v: '1',
    app: '6560f0a1b2c3d4e5f6a7b8c9',
    conn: 'harbor-wechat',
    return: 'session',
    state: 'q3mZb0x8_Vr2',
    lang: 'zh-CN',
  },
  scene: 1069,
  referrerInfo: { appId: 'wx5a1c0ffee0harbor' },
  apiCategory: 'default',
};

export const result = JSON.stringify({
  v: 1,
  state: 'q3mZb0x8_Vr2',
  status: 'ok',
  session: {
    access_token: secrets.access_token,
    id_token: secrets.id_token,
    token_type: 'Bearer',
    expires_in: 1209600,
    scope: 'openid profile phone',
  },
  consent: { agreements: [{ id: 'terms', version: '2026-01' }], at: '2026-11-23T06:30:04.000Z' },
});

const signIn: TimelineEvent = {
  kind: 'http',
  from: 'program',
  method: 'POST',
  url: 'https://core.genauth.ai/api/v3/signin-by-mobile',
  requestHeaders: {
    'content-type': 'application/json',
    'x-authing-app-id': '6560f0a1b2c3d4e5f6a7b8c9',
  },
  requestBody: {
    connection: 'wechat_mini_program_code_and_phone',
    extIdpConnidentifier: 'harbor-wechat',
    wechatMiniProgramCodeAndPhonePayload: {
      wxLoginInfo: { code: secrets.loginCode },
      wxPhoneInfo: { code: secrets.phoneCode },
    },
  },
  status: 200,
  responseBody: {
    statusCode: 200,
    message: 'ok',
    data: {
      access_token: secrets.access_token,
      id_token: secrets.id_token,
      token_type: 'Bearer',
      expire_in: 1209600,
    },
  },
  ms: 84,
};

export const journey: readonly TimelineEntry[] = entries([
  [0, { kind: 'launch', options: launchOptions, cold: true }],
  [212, { kind: 'lifecycle', target: 'App', hook: 'onLaunch', detail: launchOptions }],
  [213, { kind: 'lifecycle', target: 'App', hook: 'onShow', detail: launchOptions }],
  [
    231,
    {
      kind: 'wx',
      api: 'login',
      args: {},
      outcome: 'success',
      result: { code: secrets.loginCode, errMsg: 'login:ok' },
      ms: 14,
    },
  ],
  [
    240,
    { kind: 'lifecycle', target: 'pages/login/login', hook: 'onLoad', detail: launchOptions.query },
  ],
  [262, { kind: 'setData', page: 'pages/login/login', bytes: 1483 }],
  [270, { kind: 'screen', page: 'pages/login/login', screen: 'login' }],
  [2100, { kind: 'tap', target: '#agree', text: '我已阅读并同意' }],
  [2105, { kind: 'setData', page: 'pages/login/login', bytes: 61 }],
  [3260, { kind: 'tap', target: '#primary', text: '手机号一键登录' }],
  [3270, { kind: 'sheet', sheet: 'phone-number', answer: 'allow' }],
  [
    4410,
    {
      kind: 'wx',
      api: 'getPhoneNumber',
      args: {},
      outcome: 'success',
      result: { code: secrets.phoneCode, errMsg: 'getPhoneNumber:ok' },
      ms: 1140,
    },
  ],
  [4415, { kind: 'screen', page: 'pages/login/login', screen: 'working' }],
  [4420, signIn],
  [
    4510,
    {
      kind: 'wx',
      api: 'navigateBackApplication',
      args: { extraData: result },
      outcome: 'success',
      result: { errMsg: 'navigateBackApplication:ok' },
      ms: 6,
    },
  ],
  [4520, arrived(result)],
  [4522, { kind: 'phone', what: 'background' }],
]);

export const refusal: readonly TimelineEntry[] = entries([
  [0, { kind: 'launch', options: launchOptions, cold: true }],
  [3270, { kind: 'sheet', sheet: 'phone-number', answer: 'reject' }],
  [
    3300,
    {
      kind: 'wx',
      api: 'getPhoneNumber',
      args: {},
      outcome: 'fail',
      result: { errMsg: 'getPhoneNumber:fail user deny' },
      ms: 30,
    },
  ],
  [
    4520,
    arrived(
      '{"v":1,"state":"q3mZb0x8_Vr2","status":"error","error":{"code":"phone_denied","message":"The person refused"}}',
    ),
  ],
]);

export function arrived(extMsg: string): TimelineEvent {
  return {
    kind: 'extMsg',
    extMsg,
    by: 'navigateBackApplication',
    as: 'WXLaunchMiniProgram.Resp',
    size: extMsg.length,
  };
}

function entries(
  events: readonly (readonly [ms: number, event: TimelineEvent])[],
): readonly TimelineEntry[] {
  return events.map(([ms, event], id) => ({ id, at: start + ms, ...event }));
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
