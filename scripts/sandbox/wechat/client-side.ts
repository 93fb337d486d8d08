import { randomBytes } from 'node:crypto';
import { thereAre } from '@mini-login/platform/lists';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { international } from '../base/phone-number';
import type { Person } from '../contract/person';
import type { WechatCloud } from './cloud';
import { encrypt } from './encrypted-data';
import type { MiniProgram } from './program';

const caller = z.strictObject({ appid: z.string(), person: z.string() });

/**
 * What WeChat's own client asks its servers, for the simulated phone only. The real protocol is
 * secret, so these paths are ours and a wrong call is the phone's bug: HTTP 400, never an answer
 * that WeChat could give.
 */
export function clientSide(cloud: WechatCloud): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/client/people', (c) =>
    c.json(
      cloud.people.all().map(({ id, name, note, phone }) => ({
        id,
        name,
        note,
        phone: phone && international(phone),
      })),
    ),
  );

  routes.get('/client/privacy', (c) => {
    const program = cloud.program(c.req.query('appid') ?? '');
    if (!program) return c.json({ error: unknownProgram(cloud) }, 400);
    // A person has to agree where there is something declared to agree to; whether they have is
    // what the phone remembers.
    return c.json({ ...program.privacy, needAuthorization: program.privacy.declared.length > 0 });
  });

  /**
   * `userName` is a program's `gh_` id or AppID, `mobileAppId` the app that calls
   * `WXLaunchMiniProgram`.
   */
  routes.get('/client/may-open', (c) => {
    const { userName = '', mobileAppId = '' } = c.req.query();
    const program = [...cloud.programs.values()].find(
      ({ appid, originalId }) => userName === appid || userName === originalId,
    );
    if (!program) return c.json({ error: unknownProgram(cloud) }, 400);
    return c.json({ appid: program.appid, allowed: cloud.mayOpen(program, mobileAppId) });
  });

  routes.post('/client/login', async (c) => {
    const asked = await read(c, cloud);
    if ('error' in asked) return c.json(asked, 400);
    return c.json({ code: spendIfAsked(c, cloud, cloud.login(asked.program, asked.person)) });
  });

  routes.post('/client/phone-number', async (c) => {
    const asked = await read(c, cloud);
    if ('error' in asked) return c.json(asked, 400);
    const { program, person } = asked;
    if (!program.verified || program.phoneService === 'not-permitted') {
      return c.json({
        errMsg: 'getPhoneNumber:fail operateWXData:fail jsapi has no permission',
        errno: 102,
      });
    }
    if (program.phoneService === 'no-quota' || program.phoneQuota === 0) {
      return c.json({ errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 });
    }
    if (!person.phone)
      return c.json({
        errMsg: 'getPhoneNumber:fail 用户未绑定手机号，请先在微信客户端进行绑定后重试',
      });
    const { number: purePhoneNumber, countryCode } = person.phone;
    const data = { phoneNumber: international(person.phone), purePhoneNumber, countryCode };
    return c.json({
      code: spendIfAsked(c, cloud, cloud.phoneCode(program, person)),
      ...encrypt(data, cloud.sessionKey(program, person), program.appid, cloud.clock.now()),
      cloudID: `81_${randomBytes(24).toString('base64url')}`,
      purePhoneNumber,
      countryCode,
    });
  });

  return routes;
}

/** The fault `used-code` wants a code that somebody else was faster with. */
function spendIfAsked(c: Context<Env>, cloud: WechatCloud, code: string): string {
  if (c.get('fault')?.kind === 'used-code') cloud.spend(code);
  return code;
}

async function read(
  c: Context<Env>,
  cloud: WechatCloud,
): Promise<{ program: MiniProgram; person: Person } | { error: string }> {
  const body = caller.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return { error: z.prettifyError(body.error) };
  const program = cloud.program(body.data.appid);
  if (!program) return { error: unknownProgram(cloud) };
  const person = cloud.people.get(body.data.person);
  if (person) return { program, person };
  const known = cloud.people.all().map(({ id }) => id);
  return { error: `nobody is called ${body.data.person}; ${thereAre(known)}` };
}

function unknownProgram(cloud: WechatCloud): string {
  return `no such mini program; ${thereAre([...cloud.programs.keys()])}`;
}
