import type { Context } from 'hono';
import { z } from 'zod';
import type { Env } from '../base/http';

/** Answered as `{error}` with its status, by the control API's error handler. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 409;

  constructor(
    message: string,
    { status, ...options }: ErrorOptions & { readonly status: 400 | 404 | 409 },
  ) {
    super(message, options);
    this.status = status;
  }
}

/** A JSON body of this shape; none counts as `{}`. */
export async function read<T>(c: Context<Env>, shape: z.ZodType<T>): Promise<T> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = text === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new ControlError('the body is not JSON', { status: 400, cause });
  }
  const body = shape.safeParse(json);
  if (!body.success) throw new ControlError(z.prettifyError(body.error), { status: 400 });
  return body.data;
}

export function mustFind<V>(
  table: { get(id: string): V | undefined },
  id: string,
  what: string,
): V {
  const found = table.get(id);
  if (found === undefined) throw new ControlError(`there is no ${what} ${id}`, { status: 404 });
  return found;
}
