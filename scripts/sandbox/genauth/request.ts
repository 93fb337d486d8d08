import type { Context } from 'hono';
import { z } from 'zod';
import type { Env } from '../server';
import { type ApiError, errors, ok, type Result, refused } from './answer';
import type { Tenant } from './tenant';

/** JavaScript and mobile SDKs send the one, the Node SDK the other; public-config publishes them. */
export const APP_ID_HEADERS = ['x-authing-app-id', 'x-genauth-app-id'];

/** Who calls; every API call must say it. */
export function appIdError(c: Context<Env>, tenant: Tenant): ApiError | undefined {
  const appId = APP_ID_HEADERS.map((name) => c.req.header(name)).find((value) => value !== undefined);
  if (appId === undefined) return errors.appIdMissing;
  return appId === tenant.app.id ? undefined : errors.noSuchApp;
}

/** A JSON body of exactly this shape, from this application. */
export async function readMessage<T>(c: Context<Env>, tenant: Tenant, shape: z.ZodType<T>): Promise<Result<T>> {
  const wrong = appIdError(c, tenant);
  if (wrong) return refused(wrong);
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return refused(errors.badRequest('content-type must be application/json'));
  }
  const body = shape.safeParse(await c.req.json().catch(() => undefined));
  return body.success ? ok(body.data) : refused(errors.badRequest(z.prettifyError(body.error)));
}
