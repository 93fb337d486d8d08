import type { Context } from 'hono';
import type { Env } from '../../base/http';
import type { App } from '../../contract/tenant';
import { errors, type Result, refused } from '../answer';
import { authenticateClient } from '../client';
import type { GenAuthServices } from '../services';
import { readForm } from './request';

/**
 * A form from an application that has shown who it is: by `client_id`, by header or by
 * `Authorization: Basic`.
 */
export async function readClientForm(
  c: Context<Env>,
  { tenant }: GenAuthServices,
): Promise<Result<{ readonly app: App; readonly fields: ReadonlyMap<string, string> }>> {
  const fields = await readForm(c);
  if (!fields) return refused(errors.badRequest('the body must be form-encoded, each field once'));
  const app = authenticateClient(c, tenant, {
    client_id: fields.get('client_id'),
    client_secret: fields.get('client_secret'),
  });
  return app.ok ? { ok: true, value: { app: app.value, fields } } : app;
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export function refuseClient(c: Context<Env>, { error }: Extract<Result<unknown>, { ok: false }>) {
  const error_description = error.message.en;
  if (error.statusCode === 400 && error !== errors.appIdMissing) {
    return c.json({ error: 'invalid_request', error_description }, 400);
  }
  const challenge = { 'www-authenticate': 'Basic realm="GenAuth"' };
  return c.json({ error: 'invalid_client', error_description }, 401, challenge);
}
