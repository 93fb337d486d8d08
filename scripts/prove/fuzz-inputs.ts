import * as fc from 'fast-check';
import { contract1Parameters } from '../../miniprogram/login/launch/contract-1';
import { exploreParameters } from '../../miniprogram/login/launch/explore';
import { key, openingApps } from './launches';

/* Values near the right ones go deeper than noise does. */

const names = [...contract1Parameters, ...exploreParameters];
const oddNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '=',
  'v=1',
  'V',
  'host',
  '13800138000',
];
const goodValues = [
  '1',
  'session',
  'codes',
  'ticket',
  'required',
  'optional',
  'none',
  'openid',
  'openid%20profile',
  'en',
  key,
];
const value = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(
      ...goodValues,
      'a'.repeat(24),
      'b'.repeat(24),
      'harbor-wechat',
      '0',
    ),
  },
  { weight: 2, arbitrary: fc.string() },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      '%',
      '%E0%A4%A',
      'a=b',
      '%3D',
      'x'.repeat(1_025),
      ['1', '1'],
      {},
      1,
      null,
      undefined,
      '\u0000',
    ),
  },
  { weight: 1, arbitrary: fc.anything() },
);
const pairs = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...names), fc.constantFrom(...names, ...oddNames), fc.string()),
    value,
  ),
  {
    maxLength: 7,
  },
);
// As JSON.parse would do it: `__proto__` becomes a key like any other.
const query = pairs.map((entries) =>
  Object.fromEntries([['v', '1'], ['state', 's'.repeat(22)], ...entries]),
);
export const launch = fc.record({
  path: fc.constantFrom(
    '',
    'pages/login/login',
    'routes/explore',
    '/routers/explore.html',
    'routers/explorer',
    '../..',
  ),
  query: fc.oneof({ weight: 8, arbitrary: query }, { weight: 1, arbitrary: fc.anything() }),
  scene: fc.constantFrom(1069, 1069, 1069, 1069, 1069, 1001, 1007, Number.NaN),
  caller: fc.constantFrom(
    ...Object.values(openingApps),
    openingApps.app,
    openingApps.app,
    '13800138000',
    '__proto__',
  ),
});

const tokens = {
  access_token: 'a',
  id_token: 'b',
  token_type: 'Bearer',
  expires_in: 7_200,
  scope: 'openid',
};
const agreement = { id: 1, title: '<a href="https://t.example">T</a>', lang: 'zh-CN' };
const goodBodies = [
  { statusCode: 200, data: tokens },
  { statusCode: 200, data: { ticket: 't-1' } },
  { code: 200, data: { agreementEnabled: true, agreements: [agreement] } },
  { statusCode: 403, apiCode: 2005, message: 'no', requestId: 'r-1' },
  { statusCode: 602, message: '40029 invalid code' },
];
const statusCodes = [
  200,
  400,
  401,
  404,
  409,
  429,
  499,
  500,
  503,
  601,
  602,
  603,
  -1,
  1.5,
  Number.NaN,
  '200',
  13_800_138_000,
];
const apiCodes = [
  undefined,
  1002,
  1577,
  1635,
  1639,
  1640,
  1642,
  1643,
  2004,
  2005,
  2011,
  2031,
  2057,
  2120008,
  13_800_138_000,
  '2005',
  null,
];
const hurtBody = fc
  .tuple(
    fc.constantFrom(...goodBodies),
    fc.constantFrom('statusCode', 'apiCode', 'message', 'requestId', 'data', 'code'),
    fc.anything(),
  )
  .map(([body, name, replaced]) => ({ ...body, [name]: replaced }));
const hurtData = fc
  .tuple(
    fc.constantFrom(
      ...Object.keys(tokens),
      'refresh_token',
      'ticket',
      'agreements',
      'agreementEnabled',
    ),
    fc.anything(),
  )
  .map(([name, replaced]) => ({
    statusCode: 200,
    data: { ...tokens, agreementEnabled: true, agreements: [agreement], [name]: replaced },
  }));
const refusal = fc.record({
  statusCode: fc.constantFrom<unknown>(...statusCodes),
  apiCode: fc.constantFrom<unknown>(...apiCodes),
  message: fc.string(),
  requestId: fc.oneof(fc.string(), fc.constantFrom('13800138000', 'r-1')),
});
export const response = fc.record({
  status: fc.constantFrom(200, 200, 200, 204, 302, 400, 429, 500, 502, Number.NaN),
  body: fc.oneof(
    fc.constantFrom<unknown>(...goodBodies),
    hurtBody,
    hurtData,
    refusal,
    fc.anything(),
  ),
});

/**
 * Every form of docs/wechat.md#a-refusal-has-many-wordings and
 * docs/wechat.md#what-the-privacy-errors-say, and what may come next.
 */
const errMsgs = [
  'getPhoneNumber:ok',
  'ok',
  'getPhoneNumber:fail user deny',
  'getPhoneNumber:fail:user deny',
  'user deny',
  'fail:user cancel',
  'fail no permission',
  'fail operateWXData:fail jsapi has no permission',
  'getPhoneNumber:fail 该用户没有绑定手机号',
  'getPhoneNumber:fail privacy permission is not authorized',
  'getPhoneNumber:fail api scope is not declared in the privacy agreement',
  'getPhoneNumber:fail quota',
  'getPhoneNumber:fail 13800138000',
  '',
];
export const detail = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      {
        errMsg: fc.oneof(fc.constantFrom<unknown>(...errMsgs), fc.string(), fc.anything()),
        errno: fc.constantFrom<unknown>(
          0,
          102,
          103,
          104,
          112,
          1_400_001,
          -1,
          '103',
          null,
          Number.NaN,
        ),
        code: fc.oneof(fc.string(), fc.anything()),
        encryptedData: fc.oneof(fc.string(), fc.anything()),
        iv: fc.string(),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.anything() },
);
