import type { ServiceAnswer } from '../../../../contract/process';
import type { ApiFamily, Params, WxFunction } from '../call';
import { isParams, toResult, unknownParameter } from '../call';
import { bytesIn, contentTypeOf, endingOf } from '../file/bytes';
import { FileError } from '../file/file-error';
import { FileOperations } from '../file/operations';
import { check, type ParamTypes } from '../parameters';

const common = {
  url: 'String',
  header: 'Object?',
  timeout: 'Number?',
  enableHttp2: 'Boolean?',
  enableQuic: 'Boolean?',
  enableProfile: 'Boolean?',
} as const;
const uploads = { ...common, filePath: 'String', name: 'String', formData: 'Object?' } as const;
const downloads = { ...common, filePath: 'String?' } as const;

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html: bytes. */
const mostOfDownload = 200 * 1024 * 1024;

/** What a transfer tells while it runs. */
interface Progress {
  headers(header: unknown): void;
  done(bytes: number, of: 'Sent' | 'Written'): void;
}

type Transfer = (params: Params, signal: AbortSignal, progress: Progress) => Promise<ServiceAnswer>;

/** Callback style only: each gives a task back, never a promise. Every HTTP status is a success. */
export const transfer: ApiFamily = (tools) => {
  const { host } = tools.runtime;
  const files = new FileOperations(host.files, () => null);
  const start = (api: string, types: ParamTypes, run: Transfer) => (given: unknown) => {
    const { success, fail, complete, ...params } = isParams(given) ? given : {};
    const end = tools.begin(api, params);
    const stop = new AbortController();
    const listeners = new Map<string, Set<WxFunction>>();
    const emit = (event: string, detail: Params) => {
      for (const listener of listeners.get(event) ?? []) tools.guarded(() => void listener(detail));
    };
    const { refusal, unknown } = check(types, params);
    for (const name of unknown)
      host.record({
        kind: host.strict ? 'error' : 'warning',
        message: unknownParameter(api, name),
      });
    const answer: Promise<ServiceAnswer> = refusal
      ? Promise.resolve({ ok: false, errMsg: `${api}:fail ${refusal}` })
      : run(params, stop.signal, {
          headers: (header) => emit('HeadersReceived', { header }),
          done: (bytes, of) =>
            emit('ProgressUpdate', {
              progress: 100,
              [`totalBytes${of}`]: bytes,
              [`totalBytesExpectedTo${of === 'Sent' ? 'Send' : 'Write'}`]: bytes,
            }),
        });
    void answer.then((ended) =>
      host.deliver(() => {
        const result = toResult(api, ended);
        end(ended.ok ? 'success' : 'fail', result);
        tools.invoke(ended.ok ? success : fail, result);
        tools.invoke(complete, result);
      }),
    );
    const pair = (event: string) => ({
      [`on${event}`]: (listener: WxFunction) => {
        const known = listeners.get(event) ?? new Set<WxFunction>();
        listeners.set(event, known.add(listener));
      },
      [`off${event}`]: (listener?: WxFunction) =>
        void (listener ? listeners.get(event)?.delete(listener) : listeners.delete(event)),
    });
    return { abort: () => stop.abort(), ...pair('ProgressUpdate'), ...pair('HeadersReceived') };
  };

  const exchange = async (api: string, params: Params, request: object) => {
    const { url, timeout } = params;
    const answer = await tools.service('request', { url, timeout, ...request });
    return answer.ok
      ? answer
      : { ...answer, errMsg: answer.errMsg.replace(/^request:/, `${api}:`) };
  };

  const upload: Transfer = async (params, signal, progress) => {
    const path = String(params.filePath);
    const bytes = host.files.read(path);
    if (!bytes) return { ok: false, errMsg: 'uploadFile:fail file not found' };
    const { body, contentType } = multipart(params, path, bytes);
    const header = { ...headerOf(params.header), 'content-type': contentType };
    const request = { method: 'POST', header, body, signal };
    const answer = await exchange('uploadFile', params, request);
    if (!answer.ok) return answer;
    progress.done(body.byteLength, 'Sent');
    progress.headers(answer.result.header);
    const data = new TextDecoder().decode(bytesIn(answer) ?? new Uint8Array());
    const { statusCode, header: received, cookies } = answer.result;
    return { ok: true, result: { statusCode, data, header: received, cookies } };
  };

  const download: Transfer = async (params, signal, progress) => {
    const request = { method: 'GET', header: headerOf(params.header), signal };
    const answer = await exchange('downloadFile', params, request);
    const bytes = bytesIn(answer);
    if (!answer.ok || !bytes) return answer;
    if (bytes.length > mostOfDownload)
      return { ok: false, errMsg: 'downloadFile:fail exceed max file size' };
    const { statusCode, header } = answer.result;
    progress.headers(header);
    progress.done(bytes.length, 'Written');
    const type = isParams(header) ? String(header['content-type'] ?? '') : '';
    try {
      const { filePath } = params;
      if (typeof filePath === 'string') files.write(filePath, bytes);
      const tempFilePath = host.files.addTemporary(bytes, endingOf(String(params.url), type));
      const place = typeof filePath === 'string' ? { filePath } : { tempFilePath };
      return { ok: true, result: { statusCode, header, dataLength: bytes.length, ...place } };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return { ok: false, errMsg: `downloadFile:fail ${error.message}`, errno: error.errno };
    }
  };

  return {
    /** https://developers.weixin.qq.com/miniprogram/dev/api/network/upload/wx.uploadFile.html */
    uploadFile: start('uploadFile', uploads, upload),
    /** https://developers.weixin.qq.com/miniprogram/dev/api/network/download/wx.downloadFile.html */
    downloadFile: start('downloadFile', downloads, download),
  };
};

/** The Referer can't be set. */
function headerOf(given: unknown): Record<string, string> {
  const entries = Object.entries(isParams(given) ? given : {});
  return Object.fromEntries(
    entries
      .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
      .filter(([name]) => name !== 'referer'),
  );
}

/** https://www.rfc-editor.org/rfc/rfc7578 */
function multipart({ name, formData }: Params, path: string, bytes: Uint8Array) {
  const boundary = `----wx${path.length.toString(16)}${bytes.length.toString(16)}boundary`;
  const quoted = (text: unknown) => `"${String(text).replace(/["\r\n]/g, encodeURIComponent)}"`;
  const field = (key: string, value: unknown) =>
    `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(key)}\r\n\r\n${String(value)}\r\n`;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const head =
    Object.entries(isParams(formData) ? formData : {})
      .map(([key, value]) => field(key, value))
      .join('') +
    `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}; filename=${quoted(file)}\r\n` +
    `Content-Type: ${contentTypeOf(path)}\r\n\r\n`;
  const parts = [
    new TextEncoder().encode(head),
    bytes,
    new TextEncoder().encode(`\r\n--${boundary}--\r\n`),
  ];
  const body = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return { body: body.buffer, contentType: `multipart/form-data; boundary=${boundary}` };
}
