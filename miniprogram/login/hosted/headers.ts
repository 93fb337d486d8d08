/**
 * Headers that a brand can't name. WeChat refuses `referer`; the others belong to the connection or
 * to the request itself, and phones drop or overwrite them.
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 * https://fetch.spec.whatwg.org/#forbidden-request-header
 */
const forbidden: readonly string[] = [
  'accept',
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'origin',
  'referer',
  'referrer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
];

export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return forbidden.includes(lower) || /^(?:proxy|sec)-/.test(lower);
}
