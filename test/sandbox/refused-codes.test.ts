import { describe, expect, test } from '@jest/globals';
import { useBench } from './helpers';

const bench = useBench();

describe('a code that WeChat refuses is a 602', () => {
  test.each([
    [
      'an expired login code',
      '40029',
      async () => {
        const code = await bench.loginCode('new');
        bench.clock.advance(5 * 60_000);
        return [code, (await bench.phoneNumber('new')).code];
      },
    ],
    [
      'an expired phone code',
      '40029',
      async () => {
        const { code } = await bench.phoneNumber('new');
        bench.clock.advance(5 * 60_000);
        return [await bench.loginCode('new'), code];
      },
    ],
    [
      "the codes in each other's place",
      '40029',
      async () => [(await bench.phoneNumber('new')).code, await bench.loginCode('new')],
    ],
    [
      'a used login code',
      '40163',
      async () => {
        const code = await bench.loginCode('new');
        const first = (await bench.phoneNumber('new')).code;
        await signInByCodes(code, first ?? '');
        return [code, (await bench.phoneNumber('new')).code];
      },
    ],
  ])('%s (%s)', async (_name, errcode, codes) => {
    const [code = '', phoneCode = ''] = await codes();
    expect(await signInByCodes(code, phoneCode)).toMatchObject({
      statusCode: 602,
      message: expect.stringContaining(errcode),
    });
  });

  test('codes live until just before five minutes', async () => {
    const code = await bench.loginCode('new');
    const { code: phoneCode = '' } = await bench.phoneNumber('new');
    bench.clock.advance(5 * 60_000 - 1);
    expect(await signInByCodes(code, phoneCode)).toMatchObject({ statusCode: 200 });
  });

  test('WeChat out of reach is a 601', async () => {
    bench.sandbox.wechat.faults.enqueue({ path: '/sns/jscode2session', fault: { kind: 'reset' } });
    expect(await bench.signIn('new')).toMatchObject({ statusCode: 601 });
  });

  test('WeChat that never answers is a 601 after 5 seconds', async () => {
    bench.sandbox.wechat.faults.enqueue({ path: '/sns/jscode2session', fault: { kind: 'hang' } });
    const answer = bench.signIn('new');
    while (bench.sandbox.wechat.faults.pending().length > 0)
      await fetch(`${bench.sandbox.genauth.url}/api/v3/system`);
    bench.clock.advance(5000);
    expect(await answer).toMatchObject({ statusCode: 601 });
  });

  test('100 spend the same codes at once: one signs in', async () => {
    const code = await bench.loginCode('existing');
    const { code: phoneCode = '' } = await bench.phoneNumber('existing');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => signInByCodes(code, phoneCode)),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(
      answers.filter(({ statusCode, message }) => statusCode === 602 && message.includes('40163')),
    ).toHaveLength(99);
  });

  test('an access token that has expired is renewed without anyone noticing', async () => {
    await bench.signIn('new');
    bench.clock.advance(7200_000);
    expect(await bench.signIn('new')).toMatchObject({ statusCode: 200 });
  });
});

async function signInByCodes(code: string, phoneCode: string) {
  return bench.genauth('/api/v3/signin-by-mobile', {
    connection: 'wechat_mini_program_code_and_phone',
    extIdpConnidentifier: 'harbor-wechat',
    wechatMiniProgramCodeAndPhonePayload: {
      wxLoginInfo: { code },
      wxPhoneInfo: { code: phoneCode },
    },
  });
}
