import { isRecord, type Json, parseRecord } from '../json.ts';
import { OpenError } from '../open-error.ts';
import type { NativeDelivery, Opener } from '../types.ts';
import type { MiniProgramName } from './mini-program.ts';

/** For an app whose login page is a web page in a WebView, around which native code has OpenSDK. */
export interface WebViewBridge {
  readonly opener: Opener;
  /**
   * What native code calls, with JSON text or an object:
   * `{"type": "delivery", "by", "text"}`, or `{"type": "openFailed", "code"}`.
   */
  receive(message: unknown): void;
}

/**
 * @param post Sends JSON text to native code: `{"type": "open", "userName", "miniProgramType",
 *   "path"}`, the fields of `WXLaunchMiniProgram.Req`.
 */
export function createWebViewBridge(
  post: (message: string) => void,
  { originalId, type = 0 }: MiniProgramName,
): WebViewBridge {
  let listener: ((delivery: NativeDelivery) => void) | null = null;
  let failOpening: ((error: OpenError) => void) | null = null;
  return {
    opener: {
      open: (path) =>
        new Promise((_, reject) => {
          failOpening = reject;
          post(JSON.stringify({ type: 'open', userName: originalId, miniProgramType: type, path }));
        }),
      onDelivery(added) {
        listener = added;
        return () => {
          if (listener === added) listener = null;
        };
      },
    },
    receive(message) {
      const { type, by, code, text } = readMessage(message);
      if (type === 'openFailed') {
        const isMissing = code === 'wechat_not_installed';
        failOpening?.(
          isMissing
            ? new OpenError('wechat_not_installed', 'WeChat is not installed')
            : new OpenError('open_failed', 'WeChat could not be opened'),
        );
      } else if (
        type === 'delivery' &&
        (by === 'WXLaunchMiniProgram.Resp' || by === 'ShowMessageFromWX.Req')
      ) {
        listener?.({ by, text });
      }
    },
  };
}

/** Any script of the page can call `receive`: what it gives may throw when it is read. */
function readMessage(message: unknown): Json {
  try {
    const read = typeof message === 'string' ? parseRecord(message) : message;
    return isRecord(read) ? { ...read } : {};
  } catch {
    return {};
  }
}
