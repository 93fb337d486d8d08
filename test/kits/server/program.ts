import { type AppRegistration, type AppWorld, mapOrigins } from '@mini-login/server';
import { playMiniProgram } from '@mini-login/server/play';
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

/** A world whose GenAuth is the bench's. */
export function worldOf({ sandbox, clock }: Bench): AppWorld {
  const { url, tenant } = sandbox.genauth;
  return { fetch: mapOrigins({ [tenant.origin]: url, [CONSOLE]: url }, fetch), now: clock.now };
}

/** What the mini program answers to a launch when `person` agrees to everything. */
export async function playProgram(
  bench: Bench,
  path: string,
  person = 'existing',
): Promise<string> {
  if (path.startsWith('/routes/explore'))
    return `code=200&message=授权成功&ticket=${await mintTicket(bench, person)}`;
  return playMiniProgram(path, person, {
    sandbox: bench.sandbox.genauth.url,
    fetch,
    now: bench.clock.now,
  });
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
