import type { Context } from 'hono';
import type { Env } from '../base/http';
import type { App } from '../contract/tenant';
import { apiError, errors, ok, type Result, refused } from './answer';
import type { Tenant } from './tenant';

/**
 * JavaScript and mobile SDKs send the one, the Node SDK the other; public-config publishes them.
 */
export const APP_ID_HEADERS = ['x-authing-app-id', 'x-genauth-app-id'];
const POOL_ID_HEADERS = ['x-authing-userpool-id', 'x-genauth-userpool-id'];

interface Credentials {
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
}

/** The application that calls, and whether it has shown its secret. */
export interface GenAuthClient {
  readonly app: App;
  /** A public client has none to show, so it counts as shown. */
  readonly authenticated: boolean;
}

/**
 * Which application calls: by header, by `client_id`, or by `Authorization: Basic`. Where several
 * say it, they must agree. A secret that is sent must be right, everywhere; whether one is needed
 * is the endpoint's business.
 */
export function identifyClient(
  c: Context<Env>,
  tenant: Tenant,
  body: Credentials = {},
): Result<GenAuthClient> {
  const basic = basicOf(c.req.header('authorization'));
  const ids = [basic?.client_id, body.client_id, header(c, APP_ID_HEADERS)].filter(
    (id) => id !== undefined && id !== '',
  );
  const [id] = ids;
  if (id === undefined) return refused(errors.appIdMissing);
  if (ids.some((other) => other !== id))
    return refused(errors.badRequest('the request names two applications'));
  const app = tenant.apps.get(id);
  if (!app) return refused(apiError(2011));
  const bodySecret =
    body.client_secret === undefined || body.client_secret === '' ? [] : [body.client_secret];
  const secrets = [...(basic?.client_secrets ?? []), ...bodySecret];
  const isWrong =
    (basic && !basic.client_secrets.some((secret) => secret === app.secret)) ||
    bodySecret.some((secret) => secret !== app.secret);
  if (isWrong) return refused(errors.wrongSecret);
  return ok({ app, authenticated: app.secret === null || secrets.length > 0 });
}

/** The same, for endpoints that give out tokens: a confidential client must show its secret. */
export function authenticateClient(
  c: Context<Env>,
  tenant: Tenant,
  body: Credentials = {},
): Result<App> {
  const client = identifyClient(c, tenant, body);
  if (!client.ok) return client;
  return client.value.authenticated ? ok(client.value.app) : refused(errors.wrongSecret);
}

/** Calls about the mini program alone may name the user pool in the application's place. */
export function identifyApps(c: Context<Env>, tenant: Tenant): Result<readonly App[]> {
  const poolId = header(c, POOL_ID_HEADERS);
  if (header(c, APP_ID_HEADERS) !== undefined || poolId === undefined) {
    const client = identifyClient(c, tenant);
    return client.ok ? ok([client.value.app]) : client;
  }
  if (!tenant.pools.has(poolId)) return refused(apiError(2224));
  return ok([...tenant.apps.values()].filter(({ userPoolId }) => userPoolId === poolId));
}

function header(c: Context<Env>, names: readonly string[]): string | undefined {
  return names
    .map((name) => c.req.header(name))
    .find((value) => value !== undefined && value !== '');
}

interface Basic {
  readonly client_id: string;
  /**
   * As it came, and form-decoded: the standard wants it encoded, and the Node SDK sends it plain.
   */
  readonly client_secrets: readonly string[];
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
function basicOf(authorization: string | undefined): Basic | undefined {
  const encoded = authorization?.match(/^basic +(\S+)$/i)?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const plain = secret.join(':');
  return { client_id: formDecode(id), client_secrets: [plain, formDecode(plain)] };
}

function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
