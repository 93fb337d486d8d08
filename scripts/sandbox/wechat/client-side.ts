import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Person } from '../people';
import type { Env } from '../server';
import { international, type WechatCloud } from './cloud';
import { encrypt } from './encrypted-data';
import type { MiniProgram } from './program';

const caller = z.strictObject({ appid: z.string(), person: z.string() });

/**
 * What WeChat's own client asks its servers, for the simulated phone only. The real protocol is secret, so these paths are ours
 * and a wrong call is the phone's bug: HTTP 400, never an answer that WeChat could give.
 */
export function clientSide(cloud: WechatCloud): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/client/people', (c) =>
    c.json(cloud.people.map(({ id, name, note, phone }) => ({ id, name, note, phone: phone && international(phone) }))),
  );

  routes.get('/client/privacy', (c) => {
    const program = cloud.program(c.req.query('appid') ?? '');
    return program ? c.json(program.privacy) : c.json({ error: unknownProgram(cloud) }, 400);
  });

  routes.post('/client/login', async (c) => {
    const asked = await read(c, cloud);
    if ('error' in asked) return c.json(asked, 400);
    return c.json({ code: cloud.login(asked.program, asked.person) });
  });

  routes.post('/client/phone-number', async (c) => {
    const asked = await read(c, cloud);
    if ('error' in asked) return c.json(asked, 400);
    const { program, person } = asked;
    if (program.phoneService === 'no-quota') return c.json({ errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 });
    if (program.phoneService === 'not-permitted') {
      return c.json({ errMsg: 'getPhoneNumber:fail operateWXData:fail jsapi has no permission', errno: 102 });
    }
    if (!person.phone) return c.json({ errMsg: 'getPhoneNumber:fail 用户未绑定手机号，请先在微信客户端进行绑定后重试' });
    const { number: purePhoneNumber, countryCode } = person.phone;
    const data = { phoneNumber: international(person.phone), purePhoneNumber, countryCode };
    return c.json({
      code: cloud.phoneCode(program, person),
      ...encrypt(data, cloud.sessionKey(program, person), program.appid, cloud.clock.now()),
      cloudID: `81_${randomBytes(24).toString('base64url')}`,
      purePhoneNumber,
      countryCode,
    });
  });

  return routes;
}

async function read(c: Context<Env>, cloud: WechatCloud): Promise<{ program: MiniProgram; person: Person } | { error: string }> {
  const body = caller.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return { error: z.prettifyError(body.error) };
  const program = cloud.program(body.data.appid);
  if (!program) return { error: unknownProgram(cloud) };
  const person = cloud.person(body.data.person);
  if (!person) return { error: `nobody is called ${body.data.person}; there are ${cloud.people.map(({ id }) => id).join(', ')}` };
  return { program, person };
}

function unknownProgram(cloud: WechatCloud): string {
  return `no such mini program; the sandbox was started with ${cloud.programs.map(({ appid }) => appid).join(', ')}`;
}
