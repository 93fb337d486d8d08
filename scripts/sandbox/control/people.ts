import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';
import { API_CODES } from '../contract/api-codes';
import { type Person, STANDINGS } from '../contract/person';
import { mustFind, read } from './read';
import type { ControlServices } from './services';

const id = z.string().regex(/^[\w-]{1,64}$/);
const person = z.strictObject({
  name: z.string().min(1).max(100),
  note: z.string().max(200).default(''),
  phone: z
    .strictObject({
      countryCode: z.string().regex(/^\d{1,4}$/),
      number: z.string().regex(/^\d{4,15}$/),
    })
    .nullable()
    .default(null),
  standing: z.enum(STANDINGS).default('unknown'),
  apiCode: z
    .int()
    .refine((code) => code in API_CODES, 'is not documented')
    .optional(),
  highRisk: z.boolean().optional(),
});
const codes = z.strictObject({ person: z.string(), appid: z.string().optional() });
const message = z.strictObject({
  person: z.string(),
  scope: z.string().default('openid profile phone'),
});

/**
 * Who can hold the phone, their accounts, and the codes that WeChat would give to the mini program
 * for them.
 */
export function peopleRoutes({ people, accounts, cloud, tenant }: ControlServices): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get('/people', (c) => c.json(people.all()));

  routes.put('/people/:id', async (c) => {
    const changed: Person = { id: id.parse(c.req.param('id')), ...(await read(c, person)) };
    people.set(changed);
    accounts.seed(changed);
    return c.json(changed);
  });

  routes.delete('/people/:id', (c) => {
    const gone = mustFind(people, c.req.param('id'), 'person');
    accounts.remove(gone);
    people.delete(gone.id);
    return c.json({});
  });

  routes.get('/accounts', (c) => c.json(accounts.all()));

  routes.post('/codes', async (c) => {
    const asked = await read(c, codes);
    const program = mustFind(
      cloud.programs,
      asked.appid ?? tenant.connection.appid,
      'mini program',
    );
    const who = mustFind(people, asked.person, 'person');
    return c.json({
      code: cloud.login(program, who),
      phoneCode: who.phone ? cloud.phoneCode(program, who) : null,
    });
  });

  /**
   * The body of a `signin-by-mobile` that works: for a person with a phone number, as after a tap
   * on "allow".
   */
  routes.post('/sign-in-message', async (c) => {
    const { person: id, scope } = await read(c, message);
    const { identifier, appid } = tenant.connection;
    const program = mustFind(cloud.programs, appid, 'mini program');
    const who = mustFind(people, id, 'person');
    const wxLoginInfo = { code: cloud.login(program, who) };
    const payload = who.phone
      ? {
          connection: 'wechat_mini_program_code_and_phone',
          wechatMiniProgramCodeAndPhonePayload: {
            wxLoginInfo,
            wxPhoneInfo: { code: cloud.phoneCode(program, who) },
          },
        }
      : { connection: 'wechat_mini_program_code', wechatMiniProgramCodePayload: wxLoginInfo };
    return c.json({ ...payload, extIdpConnidentifier: identifier, options: { scope } });
  });

  return routes;
}
