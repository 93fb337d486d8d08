import type { Context } from 'hono';
import type { z } from 'zod';
import type { Env } from '../base/http';
import { type WechatError, wechatErrors } from '../contract/wechat-errors';

/** The body in this shape; 44002 where there is none, 47001 where it has another. */
export async function readJson<T>(c: Context<Env>, shape: z.ZodType<T>): Promise<T | WechatError> {
  const text = await c.req.text();
  if (text === '') return wechatErrors.emptyPost;
  try {
    const body = shape.safeParse(JSON.parse(text));
    return body.success ? body.data : wechatErrors.badFormat;
  } catch {
    return wechatErrors.badFormat;
  }
}
