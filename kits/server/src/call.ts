import { type Json, parseRecord } from './json.ts';
import { Refused } from './refused.ts';
import type { AppPlatform } from './types.ts';

/** What a server said: its HTTP status counts as much as its words. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Json;
}

/** No answer of GenAuth's takes longer than this when it is well. */
const timeoutMs = 10_000;

/**
 * One HTTP exchange that is to answer with a JSON object.
 *
 * @throws Refused `network`: nobody answered, or something that is no server of this kind, or one
 *   that says that it can't answer now.
 */
export async function call(
  platform: AppPlatform,
  url: string,
  init: RequestInit = {},
): Promise<HttpAnswer> {
  const { status, source } = await exchange(platform, url, init);
  const body = parseRecord(source);
  if (isNoAnswer(status)) throw failedCall(url, `answered with ${status}`);
  if (body === undefined) throw failedCall(url, 'did not answer with JSON');
  return { status, body };
}

async function exchange(platform: AppPlatform, url: string, init: RequestInit) {
  try {
    const response = await platform.fetch(url, {
      ...init,
      // Keys and people are the issuer's, not those of whoever it points at.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, source: await response.text() };
  } catch (cause) {
    throw failedCall(url, 'could not be reached', cause);
  }
}

/** Of a gateway or a portal, or of a server that can't now. A browser shows a redirect as 0. */
function isNoAnswer(status: number): boolean {
  const isRedirect = status === 0 || (status >= 300 && status < 400);
  return isRedirect || status === 408 || status === 429 || status >= 500;
}

function failedCall(url: string, what: string, cause?: unknown): Refused {
  return new Refused('network', `${new URL(url).host} ${what}`, { cause });
}

export function jsonBody(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

export function formBody(fields: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
