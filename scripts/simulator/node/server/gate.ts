import { isIP } from 'node:net';
import { z } from 'zod';
import type { GateAnswer, GateRequest } from '../../contract/gate';

/** What a program may reach, as WeChat checks it, and where that is in this environment. */
export interface GateOptions {
  /** Origins that are declared as request domains. */
  readonly requestDomains: readonly string[];
  readonly hosts: Readonly<Record<string, string>>;
}

export const gateRequest: z.ZodType<GateRequest> = z.strictObject({
  url: z.string(),
  method: z.string(),
  header: z.record(z.string(), z.string()),
  body: z.base64().nullable(),
  redirect: z.enum(['follow', 'manual']),
});

/** Not more than WeChat follows. */
const mostRedirects = 5;

/**
 * The network as a mini program has it: https to declared domains only, every HTTP status is an
 * answer. Never rejects. docs/wechat.md#rules-for-requests
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html
 */
export async function passGate(
  request: GateRequest,
  { requestDomains, hosts }: GateOptions,
  signal: AbortSignal,
): Promise<GateAnswer> {
  const refused = refuse(request.url, requestDomains);
  if (refused) return refused;
  try {
    return await exchange(request, hosts, signal);
  } catch (error) {
    return unreachable(new URL(request.url).origin, error);
  }
}

async function exchange(
  request: GateRequest,
  hosts: GateOptions['hosts'],
  signal: AbortSignal,
): Promise<GateAnswer> {
  let { url, method, body } = request;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const { origin, pathname, search } = new URL(url);
    const target = hosts[origin];
    if (target === undefined) return unresolved(origin);
    const response = await fetch(target.replace(/\/$/, '') + pathname + search, {
      method,
      headers: request.header,
      body:
        body === null || method === 'GET' || method === 'HEAD' ? null : Buffer.from(body, 'base64'),
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (
      request.redirect === 'manual' ||
      location === null ||
      response.status < 300 ||
      response.status > 399
    )
      return toAnswer(response);
    url = new URL(location, url).href;
    if (response.status === 303) [method, body] = ['GET', null];
  }
  return { failed: 'redirects' };
}

function refuse(given: string, requestDomains: readonly string[]): GateAnswer | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url)
    return { failed: 'invalid url', hint: `wx.request was given "${given}", which is no URL` };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const why =
    url.protocol !== 'https:'
      ? 'only https is allowed'
      : isIP(host) || host === 'localhost'
        ? 'an address is not a domain'
        : requestDomains.includes(url.origin)
          ? null
          : "declare it in WeChat's console (request domains) and in the simulator's requestDomains";
  if (why === null) return null;
  return { failed: 'undeclared', hint: `wx.request to ${url.origin}: ${why}` };
}

function unresolved(origin: string): GateAnswer {
  return {
    failed: 'unresolved',
    hint: `${origin} is declared, but the simulator's "hosts" says nothing about where it is; nothing leaves this machine`,
  };
}

function unreachable(origin: string, cause: unknown): GateAnswer {
  const detail =
    cause instanceof Error
      ? `${cause.message}${cause.cause instanceof Error ? ` (${cause.cause.message})` : ''}`
      : String(cause);
  return {
    failed: 'unreachable',
    hint: `${origin} could not be reached: ${detail}`,
  };
}

async function toAnswer(response: Response): Promise<GateAnswer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie(),
    body: bytes.toString('base64'),
  };
}
