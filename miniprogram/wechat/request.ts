import type { HttpRequest } from '../login/effect';
import type { HttpResponse } from '../login/event';

export type RequestAnswer =
  | { readonly kind: 'responded'; readonly response: HttpResponse }
  | { readonly kind: 'failed'; readonly reason: 'network' | 'timeout' };

/**
 * One HTTPS exchange. Every HTTP status lands in `success`: what a status means is read by the caller.
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
export function sendRequest(request: HttpRequest, done: (answer: RequestAnswer) => void): void {
  if (!request.url.startsWith('https://')) throw new Error(`only https is sent: ${request.url}`);
  wx.request({
    url: request.url,
    method: request.method,
    header: { ...request.headers },
    ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
    // `text` keeps the answer as it came; parsed here, so that a page of HTML stays a string and is no exception.
    dataType: 'text',
    responseType: 'text',
    timeout: request.timeoutMs,
    success: ({ statusCode, data }) => done({ kind: 'responded', response: { status: statusCode, body: parse(data) } }),
    fail: ({ errMsg }) => done({ kind: 'failed', reason: /time\s?out|timed.?out/i.test(errMsg) ? 'timeout' : 'network' }),
  });
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
