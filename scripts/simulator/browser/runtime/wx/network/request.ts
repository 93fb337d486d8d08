import type { ServiceAnswer } from '../../../../contract/process';
import { isArrayBuffer } from '../../plain';
import { type ApiFamily, isParams, type Params, toResult, unknownParameter } from '../call';
import { check } from '../parameters';

/**
 * What the documentation lists.
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
const known = {
  url: 'String',
  data: 'Any?',
  header: 'Object?',
  timeout: 'Number?',
  method: 'String?',
  dataType: 'String?',
  responseType: 'String?',
  enableHttp2: 'Boolean?',
  enableQuic: 'Boolean?',
  enableCache: 'Boolean?',
  enableProfile: 'Boolean?',
  forceCellularNetwork: 'Boolean?',
  redirect: 'String?',
} as const;

const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

/**
 * Callback style only: `wx.request` gives a RequestTask back, never a promise. Every HTTP status is
 * a success.
 */
export const request: ApiFamily = ({ runtime: { host }, begin, guarded, service, invoke }) => {
  const start = (given: unknown) => {
    const { success, fail, complete, ...params } = isParams(given) ? given : {};
    const end = begin('request', params);
    const stop = new AbortController();
    const headerListeners = new Set<(result: Params) => void>();

    const settle = (answer: ServiceAnswer) => {
      const result = toResult('request', answer);
      end(answer.ok ? 'success' : 'fail', result);
      for (const listener of answer.ok ? headerListeners : [])
        guarded(() => listener({ header: result.header }));
      invoke(answer.ok ? success : fail, result);
      invoke(complete, result);
    };
    void run(params, stop.signal).then((answer) => host.deliver(() => settle(answer)));
    return {
      abort: () => stop.abort(),
      onHeadersReceived: (listener: (result: Params) => void) => void headerListeners.add(listener),
      offHeadersReceived: (listener?: (result: Params) => void) =>
        listener ? headerListeners.delete(listener) : headerListeners.clear(),
    };
  };

  const run = async (params: Params, signal: AbortSignal): Promise<ServiceAnswer> => {
    const { refusal, unknown } = check(known, params);
    for (const name of unknown)
      host.record({ kind: 'error', message: unknownParameter('request', name) });
    if (refusal) return { ok: false, errMsg: `request:fail ${refusal}` };
    const method = String(params.method ?? 'GET').toUpperCase();
    if (!methods.includes(method))
      return { ok: false, errMsg: `request:fail parameter error: invalid method ${method}` };
    const header = toHeader(params.header);
    const { url, body } = encode(String(params.url), method, header, params.data);
    const answer = await service('request', {
      url,
      method,
      header,
      body,
      signal,
      timeout: params.timeout,
    });
    return answer.ok ? { ok: true, result: decode(answer.result, params) } : answer;
  };

  return { request: start };
};

/**
 * GET carries data in the query; else the content-type decides (the default is JSON), and text goes
 * as it is.
 */
function encode(
  url: string,
  method: string,
  header: Record<string, string>,
  data: unknown,
): { url: string; body: unknown } {
  if (data === undefined || data === null) return { url, body: undefined };
  if (typeof data === 'string' || isArrayBuffer(data)) return { url, body: data };
  const form = () =>
    Object.entries(isParams(data) ? data : {})
      .map(
        ([key, value]) =>
          `${encodeURIComponent(key)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))}`,
      )
      .join('&');
  if (method === 'GET')
    return { url: `${url}${url.includes('?') ? '&' : '?'}${form()}`, body: undefined };
  const type = header['content-type'] ?? '';
  return {
    url,
    body: type.includes('application/x-www-form-urlencoded') ? form() : JSON.stringify(data),
  };
}

/**
 * Header names are compared without case; WeChat's default content-type is JSON and the Referer
 * can't be set.
 */
function toHeader(given: unknown): Record<string, string> {
  const header: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(isParams(given) ? given : {})) {
    if (name.toLowerCase() !== 'referer') header[name.toLowerCase()] = String(value);
  }
  return header;
}

/**
 * `dataType: 'json'` (the default) parses and falls back to the text; `responseType: 'arraybuffer'`
 * gives the bytes.
 */
function decode(result: Readonly<Record<string, unknown>>, params: Params): Params {
  const { statusCode, header, cookies, bytes } = result;
  const answer = {
    statusCode: Number(statusCode),
    header: isParams(header) ? header : {},
    cookies: Array.isArray(cookies) ? cookies.map(String) : [],
  };
  const buffer = new Uint8Array(isArrayBuffer(bytes) ? bytes : new ArrayBuffer(0));
  if (params.responseType === 'arraybuffer') return { ...answer, data: buffer.buffer };
  const text = new TextDecoder().decode(buffer);
  if ((params.dataType ?? 'json') !== 'json') return { ...answer, data: text };
  try {
    return { ...answer, data: JSON.parse(text) };
  } catch {
    return { ...answer, data: text };
  }
}
