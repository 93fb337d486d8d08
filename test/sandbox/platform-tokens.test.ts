import { describe, expect, test } from '@jest/globals';
import { COMPONENT, MINUTE, OTHER, TENANT, usePlatform } from './platform-api';

const { bench, control, tokenOf, ask } = usePlatform();

describe('tokens', () => {
  test('are got by a ticket and a refresh token, and live two hours', async () => {
    const { component } = await control('GET', '');
    const { appid, secret, ticket } = component as Record<string, string>;
    const asked = { component_appid: appid, component_appsecret: secret };
    const path = '/cgi-bin/component/api_component_token';
    const wrong = { ...asked, component_verify_ticket: 'old' };
    expect(await bench.wechat(path, wrong)).toMatchObject({ errcode: 61006 });
    const own = await bench.wechat(path, { ...asked, component_verify_ticket: ticket });
    const { refresh_token } = await control('GET', `/token?appid=${TENANT}`);
    const refresh = (token: unknown) =>
      ask('/cgi-bin/component/api_authorizer_token', String(own.component_access_token), {
        ...{ component_appid: appid, authorizer_appid: TENANT, authorizer_refresh_token: token },
      });
    expect(await refresh('x')).toMatchObject({ errcode: 61023 });
    const issued = await refresh(refresh_token);
    expect(issued).toMatchObject({ expires_in: 7200, authorizer_refresh_token: refresh_token });
    const token = String(issued.authorizer_access_token);
    expect(await ask('/wxa/queryquota', token)).toMatchObject({ errcode: 0 });
    bench.clock.advance(7200_000);
    expect(await ask('/wxa/queryquota', token)).toMatchObject({ errcode: 42001 });
  });

  test('are for their own calls', async () => {
    const { appid, secret } = bench.sandbox.wechat.program;
    const query = `grant_type=client_credential&appid=${appid}&secret=${secret}`;
    const { access_token = '' } = await bench.wechat(`/cgi-bin/token?${query}`);
    expect(await ask('/wxa/queryquota', access_token)).toMatchObject({ errcode: 86000 });
    expect(await ask('/wxa/queryquota', 'x')).toMatchObject({ errcode: 40001 });
    expect(await ask('/wxa/queryquota', '')).toMatchObject({ errcode: 41001 });
    const component = await tokenOf(COMPONENT);
    expect(await ask('/wxa/queryquota', component)).toMatchObject({ errcode: 40014 });
    const tenant = await tokenOf(TENANT);
    expect(await ask('/wxa/gettemplatelist', tenant)).toMatchObject({ errcode: 61014 });
    expect(await ask('/wxa/gettemplatelist', component, {})).toMatchObject({ errcode: 43001 });
  });

  test('are asked for so often a minute and a day', async () => {
    await control('PUT', '', { callsPerMinute: 2, callsPerDay: 3 });
    const token = await tokenOf(TENANT);
    const errcodes = async (times: number) => {
      const found: unknown[] = [];
      for (let time = 0; time < times; time += 1)
        found.push((await ask('/wxa/queryquota', token)).errcode);
      return found;
    };
    expect(await errcodes(3)).toEqual([0, 0, 45011]);
    bench.clock.advance(MINUTE);
    expect(await errcodes(2)).toEqual([0, 45009]);
    expect(await ask('/wxa/queryquota', await tokenOf(OTHER))).toMatchObject({ errcode: 45011 });
    bench.clock.advance(24 * 60 * MINUTE);
    const fresh = await tokenOf(TENANT);
    expect(await ask('/wxa/queryquota', fresh)).toMatchObject({ errcode: 0 });
  });
});
