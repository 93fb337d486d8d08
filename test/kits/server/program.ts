import { type AppPlatform, type AppRegistration, mapOrigins } from '@mini-login/server';
import { brand } from '../../../miniprogram/brand';
import { type Played, playProgram } from '../../../scripts/backend/play';
import type { Bench } from '../../sandbox/helpers';

const CONSOLE = 'https://console.genauth.ai';

/** What an app of the bench's tenant is registered with. */
export function registrationOf({ sandbox }: Bench): AppRegistration {
  const { tenant } = sandbox.genauth;
  return {
    genauth: tenant.origin,
    console: CONSOLE,
    appId: tenant.app.id,
    connection: tenant.connection.identifier,
    userPoolId: tenant.userPoolId,
    userPoolSecret: tenant.userPoolSecret,
  };
}

/** A platform whose GenAuth is the bench's. */
export function platformOf({ sandbox, clock }: Bench): AppPlatform {
  const { url, tenant } = sandbox.genauth;
  return { fetch: mapOrigins({ [tenant.origin]: url, [CONSOLE]: url }, fetch), now: clock.now };
}

/** What the real program sends back for a launch. */
export function play(
  bench: Bench,
  path: string,
  person = 'existing',
  does: Played['does'] = 'agree',
): Promise<string> {
  const { genauth, wechat } = bench.sandbox;
  return playProgram(
    path,
    { person, does },
    {
      brand,
      appid: wechat.program.appid,
      wechat: wechat.url,
      genauth: genauth.url,
      now: bench.clock.now,
    },
  );
}

export async function mintTicket(bench: Bench, person: string): Promise<string> {
  const { tenant } = bench.sandbox.genauth;
  const { data } = await bench.genauth(tenant.tickets.endpoint, {
    userPoolId: tenant.userPoolId,
    connection: 'wechat_mini_program_code_and_phone',
    extIdpConnidentifier: tenant.connection.identifier,
    wechatMiniProgramCodeAndPhonePayload: {
      wxLoginInfo: { code: await bench.loginCode(person) },
      wxPhoneInfo: { code: (await bench.phoneNumber(person)).code },
    },
  });
  return data.ticket ?? '';
}
