import { Hono } from 'hono';
import type { Env } from '../../base/http';
import type { App } from '../../contract/tenant';
import type { GenAuthServices } from '../services';
import type { TokenAnswer } from '../token-types';
import { readClientForm, refuseClient } from './client-form';

export const AUTHING_TOKEN_GRANT = 'http://authing.cn/oidc/grant_type/authing_token';

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
interface TokenError {
  readonly error: string;
  readonly error_description?: string;
}

type Fields = ReadonlyMap<string, string>;
type ExchangeGrant = (
  services: GenAuthServices,
  app: App,
  fields: Fields,
) => Promise<TokenAnswer | TokenError> | TokenError;

const GRANTS: Readonly<Record<string, ExchangeGrant>> = {
  authorization_code: exchangeCode,
  refresh_token: exchangeRefreshToken,
  [AUTHING_TOKEN_GRANT]: exchangeAuthingToken,
};

/** Everything that gives out tokens by the standards. */
export function tokenRoute(services: GenAuthServices): Hono<Env> {
  const routes = new Hono<Env>();

  routes.post('/oidc/token', async (c) => {
    const read = await readClientForm(c, services);
    if (!read.ok) return refuseClient(c, read);
    const { app, fields } = read.value;
    const grantType = fields.get('grant_type');
    if (grantType === undefined)
      return c.json({ error: 'invalid_request', error_description: 'grant_type is missing' }, 400);
    const exchange = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
    if (!exchange) return c.json({ error: 'unsupported_grant_type' }, 400);
    const answer = await exchange(services, app, fields);
    return 'error' in answer ? c.json(answer, 400) : c.json(answer);
  });

  return routes;
}

const badGrant = (error_description: string): TokenError => ({
  error: 'invalid_grant',
  error_description,
});

/** https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 */
function exchangeCode({ codes, tokens, accounts }: GenAuthServices, app: App, fields: Fields) {
  const code = fields.get('code');
  if (code === undefined) return { error: 'invalid_request', error_description: 'code is missing' };
  const redeemed = codes.redeem(code, {
    appId: app.id,
    redirectUri: fields.get('redirect_uri'),
    verifier: fields.get('code_verifier'),
  });
  if (redeemed.kind === 'refused') return badGrant(redeemed.why);
  if (redeemed.kind === 'replay') {
    tokens.revokeGrant(redeemed.grantId);
    return badGrant('the code was used before; what was issued for it has been revoked');
  }
  const { accountId, scope, grantId: id, nonce, authTime } = redeemed.grant;
  const account = accounts.find(accountId);
  if (!account) return badGrant('the account is gone');
  const options = { id, authTime, ...(nonce === undefined ? {} : { nonce }) };
  return tokens.grant(account, app, scope, options);
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-6 */
async function exchangeRefreshToken({ tokens }: GenAuthServices, app: App, fields: Fields) {
  const answer = await tokens.refresh(fields.get('refresh_token') ?? '', app, fields.get('scope'));
  return typeof answer === 'string' ? { error: answer } : answer;
}

/** The v2 login's token, or an id_token, which the JavaScript SDK exchanges by the same grant. */
async function exchangeAuthingToken({ tokens }: GenAuthServices, app: App, fields: Fields) {
  const token = fields.get('token') ?? '';
  const owner = (await tokens.ownerOfV2Token(token)) ?? (await tokens.ownerOfIdToken(token));
  if (owner?.app.id !== app.id) return { error: 'invalid_grant' };
  return tokens.grant(owner.account, app, fields.get('scope'));
}
