import { expect, test } from '@jest/globals';
import {
  PersonsPermissions,
  requireScope,
} from '../../../../../scripts/simulator/browser/phone/client/permissions';
import { toGcj02 } from '../../../../../scripts/simulator/browser/phone/client/services/location';

const declared = { 'scope.userLocation': { desc: 'shops near you' } };

/** A person who gives these answers, one after the other; what they were asked stands in `asked`. */
function person(...answers: ('allow' | 'reject' | 'dismissed')[]) {
  const asked: unknown[] = [];
  const permissions = new PersonsPermissions();
  const mayUse = (scope: unknown, api = 'authorize', given: unknown = declared) =>
    requireScope({
      ...{ api, scope, declared: given, permissions },
      sheets: {
        ask: async (view) => {
          asked.push(view);
          const answer = answers.shift();
          if (!answer) throw new Error('nobody said how this is answered');
          return answer;
        },
        answer: () => undefined,
      },
    });
  return { asked, permissions, mayUse };
}

test('what was allowed once is not asked again, and the sheet says what for', async () => {
  const { asked, permissions, mayUse } = person('allow');
  expect(await mayUse('scope.userLocation')).toBeNull();
  expect(await mayUse('scope.userLocation', 'getLocation')).toBeNull();
  expect(asked).toEqual([
    { kind: 'scope', subject: 'scope.userLocation', reason: 'shops near you' },
  ]);
  expect(permissions.given).toEqual({ 'scope.userLocation': true });
});

test('after a refusal nobody is asked until it is changed in the settings', async () => {
  const { asked, permissions, mayUse } = person('reject', 'allow');
  const denied = { ok: false, errMsg: 'getLocation:fail auth deny', errno: 103 };
  expect(await mayUse('scope.userLocation', 'getLocation')).toEqual(denied);
  expect(await mayUse('scope.userLocation', 'getLocation')).toEqual(denied);
  expect(asked).toHaveLength(1);
  permissions.set('scope.userLocation', true);
  expect(await mayUse('scope.userLocation')).toBeNull();
  permissions.set('scope.userLocation', null);
  expect(await mayUse('scope.userLocation')).toBeNull();
  expect(asked).toHaveLength(2);
});

test('a sheet that went away with its program was not answered', async () => {
  const { permissions, mayUse } = person('dismissed');
  expect(await mayUse('scope.record')).toMatchObject({ ok: false });
  expect(permissions.given).toEqual({});
});

test('WeChat refuses a scope that it does not have, and a place that nobody said a reason for', async () => {
  const { mayUse } = person();
  expect(await mayUse('scope.wallet')).toMatchObject({ errMsg: 'authorize:fail invalid scope' });
  expect(await mayUse('scope.userLocation', 'authorize', {})).toMatchObject({
    errMsg: 'authorize:fail require permission desc',
  });
});

test('the scopes that nobody is asked for: some are given, some are in the settings alone', async () => {
  const { mayUse } = person();
  const always = ['scope.address', 'scope.invoice', 'scope.invoiceTitle'];
  for (const scope of always) expect(await mayUse(scope)).toBeNull();
  expect(await mayUse('scope.userInfo')).toMatchObject({ errMsg: 'authorize:fail auth deny' });
});

test("the coordinates of China's maps lie where a published pair has them, elsewhere they are GPS's", () => {
  const { latitude, longitude } = toGcj02({ latitude: 31.1774276, longitude: 121.5272106 });
  expect(latitude).toBeCloseTo(31.17530398364597, 6);
  expect(longitude).toBeCloseTo(121.531541859215, 6);
  const paris = { latitude: 48.8584, longitude: 2.2945 };
  expect(toGcj02(paris)).toEqual(paris);
});
