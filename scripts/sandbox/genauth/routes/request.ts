import type { Context } from 'hono';
import { z } from 'zod';
import type { Env } from '../../base/http';
import type { App } from '../../contract/tenant';
import { errors, type Lang, langOf, ok, type Result, refused } from '../answer';
import { authenticateClient } from '../client';
import type { Tenant } from '../tenant';

export const answerLang = (c: Context<Env>): Lang =>
  langOf(c.req.header('x-authing-lang') ?? c.req.header('x-genauth-lang'));

/**
 * A JSON body. Official clients send `""` and `null` for what they have not: both count as absent.
 */
async function readJson(c: Context<Env>): Promise<Result<unknown>> {
  if (!isType(c, 'application/json'))
    return refused(errors.badRequest('content-type must be application/json'));
  try {
    return ok(withoutEmpty(JSON.parse(await c.req.text())));
  } catch {
    return refused(errors.badRequest('the body is not JSON'));
  }
}

function readMessage<T>(json: unknown, shape: z.ZodType<T>): Result<T> {
  const message = shape.safeParse(json);
  return message.success
    ? ok(message.data)
    : refused(errors.badRequest(z.prettifyError(message.error)));
}

/** A JSON body of this shape. */
export async function readBody<T>(c: Context<Env>, shape: z.ZodType<T>): Promise<Result<T>> {
  const json = await readJson(c);
  return json.ok ? readMessage(json.value, shape) : json;
}

const credentials = z.object({
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});

/**
 * A JSON body of this shape from an application that has shown who it is; who calls is looked at
 * first.
 */
export async function readClientMessage<T>(
  c: Context<Env>,
  tenant: Tenant,
  shape: z.ZodType<T>,
): Promise<Result<{ readonly app: App; readonly message: T }>> {
  const json = await readJson(c);
  if (!json.ok) return json;
  const given = credentials.safeParse(json.value);
  const app = authenticateClient(c, tenant, given.success ? given.data : {});
  if (!app.ok) return app;
  const message = readMessage(json.value, shape);
  return message.ok ? ok({ app: app.value, message: message.value }) : message;
}

/**
 * Form fields without the empty ones; undefined when the body is something else. A field that comes
 * twice is wrong.
 */
export async function readForm(c: Context<Env>): Promise<ReadonlyMap<string, string> | undefined> {
  const text = await c.req.text();
  if (text !== '' && !isType(c, 'application/x-www-form-urlencoded')) return undefined;
  const fields = [...new URLSearchParams(text)].filter(([, value]) => value !== '');
  const form = new Map(fields);
  return form.size === fields.length ? form : undefined;
}

/**
 * The token that a call comes with: `Authorization: Bearer`, the bare token (the Node SDKs),
 * `?access_token=`, or a form field. https://www.rfc-editor.org/rfc/rfc6750#section-2
 */
export function tokenOf(c: Context<Env>, form?: ReadonlyMap<string, string>): string | undefined {
  const authorization = c.req.header('authorization');
  if (authorization) return authorization.match(/^(?:bearer +)?(\S+)$/i)?.[1];
  return c.req.query('access_token') || form?.get('access_token');
}

/**
 * Media types are case-insensitive and may have parameters.
 * https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
 */
function isType(c: Context<Env>, type: string): boolean {
  return c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() === type;
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== '' && entry !== null)
      .map(([key, entry]) => [key, withoutEmpty(entry)]),
  );
}
