import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../../base/http';
import type { Account } from '../accounts';
import { apiError, errors, ok, type Result, refused, v2 } from '../answer';
import type { GenAuthServices } from '../services';
import { TOKEN_LIFE_S } from '../tokens';
import { userOf } from '../user';
import { answerLang, readBody } from './request';

/** The guide spells the field `tickett` in one place. docs/genauth.md#a-ticket-lives-two-minutes */
const ticketMessage = z.object({
  ticket: z.string().optional(),
  tickett: z.string().optional(),
  secret: z.string().optional(),
});

interface TicketMessage {
  readonly ticket: string;
  readonly secret: string | undefined;
}

/** An app's server turns a ticket into a user; a refusal comes in the v2 envelope in any case. */
export function ticketRoute(services: GenAuthServices): Hono<Env> {
  const { tenant, accounts, tickets } = services;
  const routes = new Hono<Env>();
  const refuse = (c: Context<Env>, refusal: Result<never>) => c.json(v2(refusal, answerLang(c)));

  routes.post('/oauth/app2wxapp/auth/:userPoolId', async (c) => {
    const pool = tenant.pools.get(c.req.param('userPoolId'));
    if (!pool) return refuse(c, refused(apiError(2224)));
    const message = await readTicket(c);
    if (!message.ok) return refuse(c, message);
    const { ticket, secret } = message.value;
    const { needsSecret, answer } = tenant.tickets;
    const secretIsFine = secret === undefined ? !needsSecret : secret === pool.secret;
    if (!secretIsFine) return refuse(c, refused(errors.poolSecret));
    const account = accounts.find(tickets.redeem(ticket, pool.id) ?? '');
    if (!account) return refuse(c, refused(errors.badTicket));
    if (answer === 'user') return c.json(await documentedUser(services, account));
    const data = userOf(account);
    const enveloped = ok(answer === 'envelope-text' ? JSON.stringify(data) : data);
    return c.json(v2(enveloped, answerLang(c)));
  });

  return routes;
}

async function readTicket(c: Context<Env>): Promise<Result<TicketMessage>> {
  const hasBody = (await c.req.text()) !== '';
  const body = hasBody ? await readBody(c, z.record(z.string(), z.unknown())) : ok({});
  if (!body.ok) return body;
  const message = ticketMessage.safeParse({ ...body.value, ...c.req.query() });
  if (!message.success) return refused(errors.badRequest(z.prettifyError(message.error)));
  const { ticket, tickett, secret } = message.data;
  const either = ticket ?? tickett;
  return either === undefined
    ? refused(errors.badRequest('ticket is missing'))
    : ok({ ticket: either, secret });
}

/** As the guide shows it: the user itself, whose id is `_id`, with a token of their own. */
async function documentedUser({ tenant, tokens, clock }: GenAuthServices, account: Account) {
  const { id, ...user } = userOf(account);
  const app = [...tenant.apps.values()].find(({ userPoolId }) => userPoolId === account.userPoolId);
  return {
    _id: id,
    ...user,
    ...(app === undefined ? {} : await tokenFields(tokens.v2Token(account, app), clock.now())),
    registerMethod: 'oauth:app2wxapp',
  };
}

async function tokenFields(token: Promise<string>, now: number) {
  const tokenExpiredAt = new Date(now + TOKEN_LIFE_S * 1000).toISOString();
  return { token: await token, tokenExpiredAt };
}
