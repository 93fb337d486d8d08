import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../../base/http';
import { apiError } from '../answer';
import type { GenAuthServices } from '../services';
import { userOf } from '../user';
import { answerLang, readBody, tokenOf } from './request';

const message = z.object({
  query: z.string(),
  variables: z.object({ token: z.string().optional() }).optional(),
});

/**
 * The two queries of `POST /graphql/v2` that the JavaScript SDK makes about whoever is logged in.
 * Answers hold all fields that the double knows, whichever the query names.
 */
export function graphqlRoute({ tokens }: GenAuthServices): Hono<Env> {
  const routes = new Hono<Env>();

  routes.post('/graphql/v2', async (c) => {
    const read = await readBody(c, message);
    const lang = answerLang(c);
    const refuse = (code: number, text: string) =>
      c.json({ data: null, errors: [{ message: { code, message: text, data: null } }] });
    if (!read.ok) return refuse(read.error.statusCode, read.error.message[lang]);
    const { query, variables } = read.value;
    const token = variables?.token ?? tokenOf(c) ?? '';
    const owner = (await tokens.ownerOfV2Token(token)) ?? (await tokens.ownerOf(token));
    switch (query.match(/^\s*query\s+(\w+)/)?.[1]) {
      case 'user':
        return owner
          ? c.json({ data: { user: { ...userOf(owner.account), token } } })
          : refuse(2020, apiError(2020).message[lang]);
      case 'checkLoginStatus': {
        const { exp, iat } = owner?.claims ?? {};
        const status = owner
          ? { code: 200, message: 'OK', status: true, exp, iat, data: userOf(owner.account) }
          : { code: 2020, status: false };
        return c.json({ data: { checkLoginStatus: status } });
      }
      default:
        return refuse(
          400,
          'the GenAuth double knows the queries user and checkLoginStatus; add others in graphql-route.ts',
        );
    }
  });

  return routes;
}
