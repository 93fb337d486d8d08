import type { Opener } from '../log-in';
import type { Delivery } from '../types';
import type { MiniProgramName } from './mini-program';

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
  /** `success` is called when the mini program has gone back to the app, with its text. */
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
  let listener: ((delivery: Delivery) => void) | null = null;
  const deliver = (answer: unknown): void => {
    listener?.({
      by: 'WXLaunchMiniProgram.Resp',
      text: typeof answer === 'string' ? answer : JSON.stringify(answer),
    });
  };
  return {
    async open(path) {
      const wechat = (await servicesOf(share)).find(({ id }) => id === 'weixin');
      if (!wechat?.nativeClient)
        throw new Error('WeChat is not installed, or the share module has no weixin');
      // When WeChat was opened nothing is called until the answer comes.
      await new Promise<void>((_, reject) => {
        wechat.launchMiniProgram({ id: originalId, path, type }, deliver, ({ code, message }) =>
          reject(new Error(`WeChat could not be opened: ${message ?? code}`)),
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

function servicesOf(share: PlusShare): Promise<readonly ShareService[]> {
  return new Promise((resolve, reject) => {
    share.getServices(resolve, ({ code, message }) =>
      reject(new Error(`plus.share has no services: ${message ?? code}`)),
    );
  });
}
