import { describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../miniprogram/login/brand';
import type { FailureCode } from '../../../miniprogram/login/failure';
import { plain } from '../../../scripts/prove/brands';
import { contract1, launched, toPhoneSheet } from '../driver';
import { phoneAnswers } from './phone-answers';

const encrypted: Brand = { ...plain, genauth: { ...plain.genauth, phonePayload: 'encrypted' } };

describe('where the number is optional', () => {
  const after = (detail: unknown) => {
    const login = launched({ query: { ...contract1, phone: 'optional' } });
    toPhoneSheet(login);
    login.phone(detail);
    return login;
  };
  const own: readonly FailureCode[] = ['phone_denied', 'privacy_refused'];

  test.each(phoneAnswers.map(([code, errMsg, errno]) => [errMsg, errno, code] as const))(
    '%s (errno %s) leads to no other page, and "not now" is the person’s answer',
    (errMsg, errno, code) => {
      const login = after({ errMsg, ...(errno === undefined ? {} : { errno }) });
      const { screen } = login;
      if (screen.screen !== 'login') throw new Error(`the screen is ${screen.screen}`);
      expect(screen.withoutPhone).not.toBeNull();
      expect(screen.notice).not.toMatch(/下面|客服|其他方式/);
      login.tap('declined');
      expect(JSON.parse(login.result ?? '').error.code).toBe(
        own.includes(code) ? code : 'user_cancelled',
      );
    },
  );

  test.each<[string, object, Brand, object]>([
    ['codes', { return: 'codes' }, plain, { encryptedData: 'e', iv: 'i' }],
    ['the encrypted form', {}, encrypted, { code: 'c' }],
  ])('so does one in another form than %s', (_, query, brand, given) => {
    const login = launched({ query: { ...contract1, phone: 'optional', ...query } }, brand);
    toPhoneSheet(login);
    login.phone({ errMsg: 'getPhoneNumber:ok', ...given });
    expect(login.screen).toMatchObject({
      screen: 'login',
      notice: '未能从微信获取手机号，可以直接登录。',
      withoutPhone: expect.anything(),
    });
    login.tap('withoutPhoneTapped');
    expect(login.state.name).not.toBe('asking');
  });
});
