import type { HttpRequest } from '../login/effect';
import type { HttpResponse, RequestTrouble } from '../login/event';
import { answerOnce } from './answer-once';
import { readTrouble } from './trouble';

export type RequestAnswer =
  | { readonly kind: 'responded'; readonly response: HttpResponse }
  | { readonly kind: 'failed'; readonly reason: RequestTrouble };

/**
 * One HTTPS exchange. Every HTTP status lands in `success`: what a status means is read by the
 * caller. https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
export function sendRequest(request: HttpRequest, done: (answer: RequestAnswer) => void): void {
  if (!request.url.startsWith('https://')) throw new Error(`only https is sent: ${request.url}`);
  answerOnce(done, { kind: 'failed', reason: 'network' }, (answer) => {
    if (request.method === 'POST' && followsRedirects()) {
      answer({ kind: 'failed', reason: 'redirects' });
      return;
    }
    wx.request({
      url: request.url,
      method: request.method,
      header: { ...request.headers },
      ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
      // `text` keeps the answer as it came; parsed here, so that a page of HTML stays a string and
      // is no exception.
      dataType: 'text',
      responseType: 'text',
      timeout: request.timeoutMs,
      // Codes and tokens go to the host that the brand names, and to no other that it points to.
      redirect: 'manual',
      success: ({ statusCode, data }) =>
        answer({ kind: 'responded', response: { status: statusCode, body: parse(data) } }),
      fail: (error) => answer({ kind: 'failed', reason: readTrouble(error) }),
    });
  });
}

/**
 * WeChat on a computer does not know `redirect: 'manual'`: it would carry the codes on to wherever
 * the host points, and its answer does not say where it came from, so nothing secret is sent there,
 * nor on what is not known to be a phone (docs/wechat.md#redirects-are-followed-on-computers).
 */
function followsRedirects(): boolean {
  const platform = typeof wx.getDeviceInfo === 'function' ? wx.getDeviceInfo().platform : '';
  return !/^(?:|android|ios|ohos|devtools)$/.test(platform);
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
