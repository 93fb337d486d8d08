import { describe, expect, test } from '@jest/globals';
import { miniProgram } from '@mini-login/sandbox';
import { decodeJwt } from 'jose';
import { useBench } from './helpers';

const POOL = '65f0ba5eba11ba5eba11ba50';
const APP = '65f0c0ffee65f0c0ffee65f9';
const PROGRAM = { appid: 'wx00000000000000ab', secret: 'another-secret' };
const NONCE = 'n0nce-n0nce-n0nce-n0nce';

const bench = useBench({
  tenant: {
    more: {
      pools: [{ id: POOL, secret: 'another-pool-secret', nonceClaim: true }],
      apps: [{ id: APP, userPoolId: POOL, name: 'Lagoon' }],
      connections: [
        {
          id: '65f0c0111ec7104c0111ec79',
          identifier: 'lagoon',
          userPoolId: POOL,
          ...PROGRAM,
          loginOnly: true,
        },
      ],
    },
  },
  mobileApps: [
    { appid: 'wxverified00000000', verified: true, associated: [] },
    { appid: 'wxunverified000000', verified: false, associated: ['wx0123456789abcdef'] },
  ],
  programs: [
    miniProgram({
      appid: 'wxunverifiedprogra',
      secret: 's',
      originalId: 'gh_unverified000',
      verified: false,
    }),
  ],
});

async function signIn(
  person: string,
  app: string,
  identifier: string,
  appid: string,
  options: Record<string, unknown> = {},
) {
  const { code } = await bench.wechat('/client/login', { appid, person });
  const message = {
    connection: 'wechat_mini_program_code',
    extIdpConnidentifier: identifier,
    wechatMiniProgramCodePayload: { code },
    options,
  };
  return bench.genauth('/api/v3/signin-by-mobile', message, { 'x-authing-app-id': app });
}

describe('several applications, connections and pools', () => {
  test('sign in each with its own mini program and its own accounts', async () => {
    const { tenant } = bench.sandbox.genauth;
    const first = await signIn('existing', tenant.app.id, 'harbor-wechat', tenant.connection.appid);
    const second = await signIn('existing', APP, 'lagoon', PROGRAM.appid);
    const [one, two] = [first, second].map(({ data }) => decodeJwt(data.access_token ?? ''));
    expect(one).toMatchObject({ aud: tenant.app.id });
    expect(two).toMatchObject({ aud: APP });
    expect(one?.sub).not.toBe(two?.sub);
  });

  test('an application gets nothing through a connection of another pool', async () => {
    expect(await signIn('existing', APP, 'harbor-wechat', 'wx0123456789abcdef')).toMatchObject({
      statusCode: 404,
    });
  });

  test('an application gets nothing through a connection that is not associated with it', async () => {
    const { tenant } = bench.sandbox.genauth;
    tenant.connection.apps = [];
    expect(
      await signIn('existing', tenant.app.id, 'harbor-wechat', 'wx0123456789abcdef'),
    ).toMatchObject({ statusCode: 404 });
  });

  test('a code of one mini program is worth nothing to another', async () => {
    const { code } = await bench.wechat('/client/login', {
      appid: PROGRAM.appid,
      person: 'existing',
    });
    const query = new URLSearchParams({
      ...PROGRAM,
      appid: 'wx0123456789abcdef',
      secret: 'sandbox-app-secret',
      js_code: code ?? '',
      grant_type: 'authorization_code',
    });
    expect(await bench.wechat(`/sns/jscode2session?${query}`)).toMatchObject({ errcode: 40029 });
  });

  test('login only is a matter of the connection', async () => {
    expect(await signIn('new', APP, 'lagoon', PROGRAM.appid)).toMatchObject({
      statusCode: 404,
      apiCode: 2004,
    });
    const { tenant } = bench.sandbox.genauth;
    expect(
      await signIn('new', tenant.app.id, 'harbor-wechat', tenant.connection.appid),
    ).toMatchObject({ statusCode: 200 });
  });

  test('each has its own public configuration', async () => {
    const config = await (
      await fetch(`${bench.sandbox.genauth.url}/api/v2/applications/${APP}/public-config`)
    ).json();
    expect(config).toMatchObject({ code: 200, data: { name: 'Lagoon', userPoolId: POOL } });
    expect(config.data.ecConnections).toHaveLength(1);
  });
});

describe("a tenant's Pipeline", () => {
  const nonceOf = async (app: string, identifier: string, appid: string) => {
    const { data } = await signIn('existing', app, identifier, appid, {
      scope: 'openid',
      context: { nonce: NONCE },
    });
    return decodeJwt(data.id_token ?? '').nonce;
  };

  test('puts the nonce of the context into the id_token where the pool has one', async () => {
    expect(await nonceOf(APP, 'lagoon', PROGRAM.appid)).toBe(NONCE);
  });

  test('is missing elsewhere: GenAuth puts in no nonce by itself', async () => {
    const { tenant } = bench.sandbox.genauth;
    expect(await nonceOf(tenant.app.id, 'harbor-wechat', tenant.connection.appid)).toBeUndefined();
  });
});

describe('a mobile app may open', () => {
  const mayOpen = async (userName: string, mobileAppId: string) =>
    (
      await fetch(
        `${bench.sandbox.wechat.url}/client/may-open?${new URLSearchParams({ userName, mobileAppId })}`,
      )
    ).json();

  test.each([
    ['any program, when its account is verified', 'gh_0123456789ab', 'wxverified00000000', true],
    ['an associated program, when it is not', 'wx0123456789abcdef', 'wxunverified000000', true],
    ['no other program then', PROGRAM.appid, 'wxunverified000000', false],
    ['nothing, when WeChat does not know it', 'wx0123456789abcdef', 'wxnobody0000000000', false],
  ])('%s', async (_name, userName, mobileAppId, allowed) => {
    expect(await mayOpen(userName, mobileAppId)).toMatchObject({ allowed });
  });
});

test('a mini program whose company is not verified gets no phone numbers', async () => {
  const answer = await bench.wechat('/client/phone-number', {
    appid: 'wxunverifiedprogra',
    person: 'new',
  });
  expect(answer).toMatchObject({ errno: 102 });
});
