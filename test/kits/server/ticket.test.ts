import { expect, test } from '@jest/globals';
import { createHostApp } from '@mini-login/server';
import { registration } from './double';

/** What GenAuth answers to the ticket, and what the app makes of it. */
async function redeem(body: unknown, status = 200) {
  const fetch = () => Promise.resolve(Response.json(body, { status }));
  const app = createHostApp(registration, { fetch, now: () => 0 });
  await app.begin('ticket');
  const text = 'code=200&message=授权成功&ticket=tK3-t_9';
  const conclusion = await app.receive({ by: 'WXLaunchMiniProgram.Resp', text });
  return conclusion.ok ? conclusion.who : conclusion.error.code;
}

test('the documented answer is the bare user, with _id', async () => {
  const user = { _id: '65f0', phone: '+8619900001001', token: 't', tokenExpiredAt: 'x' };
  expect(await redeem(user)).toEqual({ id: '65f0', name: null, phone: '+8619900001001' });
});

test.each([
  ['an object', { id: '65f0', nickname: '林夏', phone: '19900001001', phoneCountryCode: '+86' }],
  ['JSON text', '{"_id":"65f0","nickname":"林夏","phone":"19900001001","phoneCountryCode":"+86"}'],
])('other servers send an envelope, with the user as %s', async (_form, data) => {
  expect(await redeem({ code: 200, message: 'ok', data })).toEqual({
    id: '65f0',
    name: '林夏',
    phone: '+8619900001001',
  });
});

test.each([
  ['another code', { code: 403, message: 'no', data: { id: '65f0' } }, 200, 'exchange_failed'],
  ['another HTTP status', { _id: '65f0' }, 403, 'exchange_failed'],
  ['nobody', { phone: '+8619900001001' }, 200, 'exchange_failed'],
  ['an empty _id', { _id: '' }, 200, 'exchange_failed'],
  ['an _id that is a number', { _id: 7 }, 200, 'exchange_failed'],
  ['a user that is no JSON', { code: 200, data: '{' }, 200, 'exchange_failed'],
  ['a server that is down', {}, 502, 'network'],
])('nobody is signed in by %s', async (_what, body, status, code) => {
  expect(await redeem(body, status)).toBe(code);
});
