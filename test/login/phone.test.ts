import { expect, test } from '@jest/globals';
import { readPhoneAnswer } from '../../miniprogram/login/phone';

/** docs/wechat.md#a-refusal-has-many-wordings and docs/wechat.md#what-the-privacy-errors-say */
test.each([
  ['getPhoneNumber:fail user deny', undefined, 'denied'],
  ['getPhoneNumber:fail:user deny', undefined, 'denied'],
  ['user deny', undefined, 'denied'],
  ['fail:user cancel', undefined, 'denied'],
  ['fail no permission', undefined, 'noPermission'],
  ['fail operateWXData:fail jsapi has no permission', 102, 'noPermission'],
  ['getPhoneNumber:fail', 1_400_001, 'noQuota'],
  ['getPhoneNumber:fail 该用户没有绑定手机号', undefined, 'unavailable'],
  ['getPhoneNumber:fail privacy permission is not authorized', 104, 'privacyRefused'],
  ['getPhoneNumber:fail privacy permission is not authorized', undefined, 'privacyRefused'],
  ['getPhoneNumber:fail', 103, 'privacyRefused'],
  [
    'getPhoneNumber:fail api scope is not declared in the privacy agreement',
    112,
    'privacyUndeclared',
  ],
  [
    'getPhoneNumber:fail api scope is not declared in the privacy agreement',
    undefined,
    'privacyUndeclared',
  ],
  ['something new', undefined, 'unavailable'],
])('%s (errno %s) is %s', (errMsg, errno, kind) => {
  expect(readPhoneAnswer({ errMsg, ...(errno === undefined ? {} : { errno }) })).toEqual({ kind });
});

test('a new client gives a code and the encrypted form, an old one only the latter', () => {
  const encrypted = { encryptedData: 'ZA==', iv: 'aXY=' };
  expect(readPhoneAnswer({ errMsg: 'getPhoneNumber:ok', code: 'c', ...encrypted })).toEqual({
    kind: 'ok',
    grant: { code: 'c', encrypted },
  });
  expect(readPhoneAnswer({ errMsg: 'getPhoneNumber:ok', ...encrypted })).toEqual({
    kind: 'ok',
    grant: { encrypted },
  });
});

test.each([
  [{ errMsg: 'getPhoneNumber:ok' }],
  [{ errMsg: 'getPhoneNumber:ok', code: 7 }],
  [null],
  ['ok'],
])('a yes that gives nothing is none: %j', (detail) => {
  expect(readPhoneAnswer(detail)).toEqual({ kind: 'unavailable' });
});
