import type { Exchange } from '../contract/exchange';
import { ControlError } from './read';

/** What belongs to one connection and one message of it, and to whoever asked for it. */
const PER_MESSAGE =
  /^(host|connection|keep-alive|content-length|transfer-encoding|expect|upgrade|te|trailer|proxy-.*)$/i;

/** As long as the slowest fault of the doubles lets anyone wait, ms. */
const TIMEOUT_MS = 30_000;

/**
 * The same request again, with the same secrets, to the double that it was for. What comes of it
 * stands in the journal.
 *
 * @returns the status; 0 when the connection ended without an answer.
 */
export async function resend(
  exchange: Exchange,
  doubles: { readonly genauth: string; readonly wechat: string },
): Promise<number> {
  const { server, method, path, query, headers, body } = exchange;
  if (method !== 'GET' && body === undefined && Number(headers['content-length'] ?? 0) > 0)
    throw new ControlError('this request did not come in whole', { status: 409 });
  if (typeof body === 'string' && /^\(\d+ characters\)$/.test(body))
    throw new ControlError('its body was too large to be kept', { status: 409 });
  const kept = Object.entries(headers).filter(([name]) => !PER_MESSAGE.test(name));
  const search = new URLSearchParams(query).toString();
  try {
    const response = await fetch(
      `${server === 'WeChat' ? doubles.wechat : doubles.genauth}${path}${search && `?${search}`}`,
      {
        method,
        headers: kept,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body === undefined ? {} : { body: textOf(body, headers['content-type'] ?? '') }),
      },
    );
    await response.arrayBuffer();
    return response.status;
  } catch {
    // A double that resets or hangs on purpose is an answer too.
    return 0;
  }
}

/** As the journal has parsed it. */
function textOf(body: unknown, type: string): string {
  if (typeof body === 'string') return body;
  return /x-www-form-urlencoded/i.test(type) && isFields(body)
    ? new URLSearchParams(body).toString()
    : JSON.stringify(body);
}

function isFields(body: unknown): body is Record<string, string> {
  return (
    typeof body === 'object' &&
    body !== null &&
    Object.values(body).every((value) => typeof value === 'string')
  );
}
