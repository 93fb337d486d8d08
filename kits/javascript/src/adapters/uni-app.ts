import { OpenError } from '../open-error.ts';
import type { Fetch, NativeDelivery, Opener } from '../types.ts';
import type { MiniProgramName } from './mini-program.ts';

/**
 * What is used of `plus.share`.
 * https://www.html5plus.org/doc/zh_cn/share.html#plus.share.ShareService.launchMiniProgram
 */
export interface PlusShare {
  getServices(
    success: (services: readonly ShareService[]) => void,
    error: (error: PlusError) => void,
  ): void;
}

export interface ShareService {
  readonly id: string;
  /** Whether the client, here WeChat, is installed. */
  readonly nativeClient: boolean;
  /** `success` is called when the mini program has gone back to the app, with its text or none. */
  launchMiniProgram(
    options: { id: string; path: string; type: 0 | 1 | 2 },
    success: (text: unknown) => void,
    error: (error: PlusError) => void,
  ): void;
}

export interface PlusError {
  readonly code?: number;
  readonly message?: string;
}

/**
 * `uniAppOpener(plus.share, {...})`, in an app whose manifest.json has the share module with
 * `weixin`.
 */
export function uniAppOpener(share: PlusShare, { originalId, type = 0 }: MiniProgramName): Opener {
  let listener: ((delivery: NativeDelivery) => void) | null = null;
  const deliver = (answer: unknown): void => {
    listener?.({ by: 'WXLaunchMiniProgram.Resp', text: textOf(answer) });
  };
  return {
    async open(path) {
      const wechat = (await servicesOf(share)).find(({ id }) => id === 'weixin');
      if (wechat === undefined)
        throw new OpenError('open_failed', 'manifest.json has no share module with weixin');
      if (!wechat.nativeClient)
        throw new OpenError('wechat_not_installed', 'WeChat is not installed');
      // When WeChat was opened nothing is called until the answer comes.
      await new Promise<void>((_, reject) => {
        wechat.launchMiniProgram({ id: originalId, path, type }, deliver, (error) =>
          reject(new OpenError('open_failed', `WeChat could not be opened: ${reasonOf(error)}`)),
        );
      });
    },
    onDelivery(added) {
      listener = added;
      return () => {
        if (listener === added) listener = null;
      };
    },
  };
}

/** Some versions hand over the parsed JSON. */
function textOf(answer: unknown): unknown {
  try {
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
    return JSON.stringify(answer);
  } catch {
    return null;
  }
}

function servicesOf(share: PlusShare): Promise<readonly ShareService[]> {
  return new Promise((resolve, reject) => {
    share.getServices(resolve, (error) =>
      reject(new OpenError('open_failed', `plus.share has no services: ${reasonOf(error)}`)),
    );
  });
}

function reasonOf({ code, message }: PlusError): string {
  return message ?? (code === undefined ? 'no reason given' : `code ${code}`);
}

/** What is used of `uni.request`. */
export type UniRequest = (options: {
  readonly url: string;
  readonly method: 'POST';
  readonly header: Readonly<Record<string, string>>;
  readonly data: string;
  readonly dataType: 'text';
  readonly success: (answer: { readonly statusCode: number; readonly data: unknown }) => void;
  readonly fail: (error: { readonly errMsg?: string }) => void;
}) => unknown;

/** App-Plus has no fetch: `uniFetch(uni.request)`. */
export function uniFetch(request: UniRequest): Fetch {
  return (url, { method, headers, body }) =>
    new Promise((resolve, reject) => {
      request({
        url,
        method,
        header: headers,
        data: body,
        dataType: 'text',
        success: ({ statusCode, data }) => {
          const read = typeof data === 'string' ? data : JSON.stringify(data);
          resolve({ status: statusCode, text: () => Promise.resolve(read) });
        },
        fail: ({ errMsg }) => reject(new TypeError(errMsg ?? 'uni.request failed')),
      });
    });
}
