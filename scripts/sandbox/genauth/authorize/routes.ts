import { guardLocalServer } from '@mini-login/local-server/guard';
import { type Context, Hono } from 'hono';
import type { Env } from '../../base/http';
import { unionidOf } from '../../base/identity';
import type { Account } from '../accounts';
import { apiError, errors, type Lang, langOf, ok, type Result, refused } from '../answer';
import type { GenAuthServices } from '../services';
import { answerClient } from './answer';
import { errorPage, signInPage } from './page';
import { type AuthorizationRequest, type ReadRequest, readAuthorizationRequest } from './request';
import { PAGE_POLICY } from './style';

/**
 * The authorization code flow, and the two that bring an id_token through the browser.
 * https://openid.net/specs/openid-connect-core-1_0.html#Authentication
 */
export function authorizeRoutes(services: GenAuthServices): Hono<Env> {
  const { tenant, tokens, people } = services;
  const routes = new Hono<Env>();
  // No other page may sign a person in: nothing is asked that it could not answer.
  const guard = guardLocalServer({ origins: services.origins, passesOn: () => true });

  const showPage = async (c: Context<Env>, page: ReturnType<typeof signInPage>, status = 200) => {
    c.header('content-security-policy', PAGE_POLICY);
    c.header('referrer-policy', 'same-origin');
    return c.body(String(await page), status === 200 ? 200 : 400, {
      'content-type': 'text/html; charset=utf-8',
    });
  };
  const refuse = (
    c: Context<Env>,
    lang: Lang,
    read: Exclude<ReadRequest, { readonly kind: 'request' }>,
  ) => {
    if (read.kind === 'refused') {
      return answerClient(c, read.answerTo, tokens.issuer, { ...read.error });
    }
    const cure = read.app && registerCommand(read.app.id, tenant.origin);
    return showPage(c, errorPage(read.why, cure, lang), 400);
  };

  routes.on(['GET', 'POST'], '/oidc/auth', async (c) => {
    const fields = await fieldsOf(c);
    const lang = pageLang(c, fields);
    const read = readAuthorizationRequest(fields, tenant);
    if (read.kind !== 'request') return refuse(c, lang, read);
    const { app, scope, silent, answerTo } = read.request;
    if (silent) {
      // Nobody stays signed in here.
      const error_description = 'a person has to choose, and prompt=none forbids to ask';
      return answerClient(c, answerTo, tokens.issuer, {
        error: 'login_required',
        error_description,
      });
    }
    return showPage(c, signInPage({ app, scope, people: people.all(), fields, lang }));
  });

  routes.post('/oidc/auth/sign-in', guard, async (c) => {
    const fields = await fieldsOf(c);
    const lang = pageLang(c, fields);
    const { person: id, decision } = Object.fromEntries(fields);
    fields.delete('person');
    fields.delete('decision');
    const read = readAuthorizationRequest(fields, tenant);
    if (read.kind !== 'request') return refuse(c, lang, read);
    const { request } = read;
    if (decision === 'cancel') {
      const answer = { error: 'access_denied', error_description: 'the person refused' };
      return answerClient(c, request.answerTo, tokens.issuer, answer);
    }
    const account = signIn(services, request, id ?? '');
    if (account.ok)
      return answerClient(
        c,
        request.answerTo,
        tokens.issuer,
        await answerFor(services, request, account.value),
      );
    const name = people.get(id ?? '')?.name ?? '?';
    const refusal = { name, message: account.error.message[lang] };
    const { app, scope } = request;
    return showPage(c, signInPage({ app, scope, people: people.all(), fields, lang, refusal }));
  });

  return routes;
}

/** As by the mini program, without WeChat. */
function signIn(
  { people, accounts, tenant }: GenAuthServices,
  { app }: AuthorizationRequest,
  id: string,
): Result<Account> {
  const person = people.get(id);
  if (!person) return refused(apiError(2004));
  if (person.highRisk) return refused(errors.thirdPartyError('40226 code blocked'));
  const [connection = { loginOnly: false }] = tenant.connectionsOf(app);
  const admitted = accounts.admit(
    { unionid: unionidOf(person), phone: person.phone },
    app,
    connection,
  );
  return admitted.ok ? ok(admitted.value) : admitted;
}

async function answerFor(
  { clock, codes, tokens }: GenAuthServices,
  request: AuthorizationRequest,
  account: Account,
): Promise<Readonly<Record<string, string>>> {
  const { app, scope, wantsCode, wantsIdToken, wantsToken } = request;
  const { challenge, givenRedirectUri } = request;
  const authTime = Math.floor(clock.now() / 1000);
  const nonce = request.nonce === undefined ? {} : { nonce: request.nonce };
  const code = wantsCode
    ? {
        code: codes.issue({
          accountId: account.id,
          appId: app.id,
          redirectUri: givenRedirectUri,
          scope,
          authTime,
          challenge,
          ...nonce,
        }),
      }
    : {};
  if (!wantsIdToken) return code;
  const token = wantsToken ? await tokens.accessTokenFor(account, app, scope, authTime) : null;
  const id_token = await tokens.idTokenFor(account, app, scope, {
    ...{ authTime, ...nonce, ...code },
    ...(token === null ? {} : { accessToken: token.access_token }),
  });
  return { ...code, ...token, id_token };
}

async function fieldsOf(c: Context<Env>): Promise<URLSearchParams> {
  return c.req.method === 'GET'
    ? new URL(c.req.url).searchParams
    : new URLSearchParams(await c.req.text());
}

function pageLang(c: Context<Env>, fields: URLSearchParams): Lang {
  return langOf(fields.get('ui_locales') ?? c.req.header('accept-language'));
}

function registerCommand(appId: string, origin: string): string {
  return [
    `curl -X PUT ${origin}/sandbox/apps/${appId} \\`,
    "  -H 'content-type: application/json' \\",
    `  -d '{"redirectUris":["http://localhost:3000/callback"]}'`,
  ].join('\n');
}
