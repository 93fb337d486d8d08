import { decodeBase64, encodeBase64, isArrayBuffer } from '../../net/base64';
import { ok, type RunService } from './service';

/**
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html;
 * `wx/network/request.ts` has encoded the data.
 */
export const request: RunService = async (params, { network, timeline, unreached, strict }) => {
  const { url, method, header, body, signal, timeout, redirect } = params;
  const exchange = {
    url: String(url),
    method: String(method),
    header: toHeader(header),
    body: body === undefined ? null : encodeBase64(body),
    redirect: redirect === 'manual' ? 'manual' : 'follow',
  } as const;
  const complete = timeline.record({
    kind: 'http',
    from: 'program',
    method: exchange.method,
    url: exchange.url,
    requestHeaders: exchange.header,
    ...(body === undefined ? {} : { requestBody: readable(body) }),
  });
  const answer = await network.exchange(exchange, {
    ...(typeof timeout === 'number' ? { timeout } : {}),
    ...(isSignal(signal) ? { signal } : {}),
  });
  if ('failed' in answer) {
    const failure = unreached('request', answer.failed);
    complete({ kind: 'http', error: failure.errMsg });
    if (answer.hint) timeline.record({ kind: strict ? 'error' : 'warning', message: answer.hint });
    return failure;
  }
  const bytes = decodeBase64(answer.body);
  complete({ kind: 'http', status: answer.statusCode, responseBody: readable(bytes) });
  return ok({
    statusCode: answer.statusCode,
    header: answer.header,
    cookies: answer.cookies,
    bytes,
  });
};

function toHeader(header: unknown): Record<string, string> {
  return typeof header === 'object' && header !== null
    ? Object.fromEntries(Object.entries(header).map(([name, value]) => [name, String(value)]))
    : {};
}

/** JSON when it is JSON, else the text. */
function readable(body: unknown): unknown {
  const text = isArrayBuffer(body) ? new TextDecoder().decode(body) : String(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Made in the program's document, so not an instance of this one's class. */
function isSignal(value: unknown): value is AbortSignal {
  return Object.prototype.toString.call(value) === '[object AbortSignal]';
}
