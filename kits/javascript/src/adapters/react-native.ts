import type { Opener } from '../log-in';
import type { MiniProgramName } from './mini-program';

/**
 * What is used of react-native-wechat-lib 3.0.4: its native modules send events through React
 * Native's `DeviceEventEmitter`. https://github.com/little-snow-fox/react-native-wechat-lib
 */
export interface WechatLib {
  isWXAppInstalled(): Promise<boolean>;
  launchMiniProgram(request: {
    userName: string;
    miniProgramType: 0 | 1 | 2;
    path: string;
  }): Promise<unknown>;
}

export interface DeviceEvents {
  addListener(
    name: 'WeChat_Resp' | 'WeChat_Req',
    listener: (event: WechatEvent) => void,
  ): { remove(): void };
}

export interface WechatEvent {
  readonly type?: string;
  readonly extMsg?: string;
  /**
   * Android's ShowMessageFromWX.Req comes as `SendMessageToWX.Resp`, with the text in this place.
   */
  readonly country?: string;
}

/**
 * `reactNativeOpener(WeChat, DeviceEventEmitter, {...})`, after `WeChat.registerApp(appId,
 * universalLink)`.
 */
export function reactNativeOpener(
  wechat: WechatLib,
  events: DeviceEvents,
  { originalId, type = 0 }: MiniProgramName,
): Opener {
  return {
    async open(path) {
      if (!(await wechat.isWXAppInstalled())) throw new Error('WeChat is not installed');
      // It settles with the Resp, which may never come; the events say more.
      await wechat.launchMiniProgram({ userName: originalId, miniProgramType: type, path });
    },
    onDelivery(listener) {
      const deliver = (
        by: 'WXLaunchMiniProgram.Resp' | 'ShowMessageFromWX.Req',
        text: string | undefined,
      ) => {
        if (text !== undefined) listener({ by, text });
      };
      const subscriptions = [
        events.addListener('WeChat_Resp', ({ type, extMsg, country }) => {
          if (type === 'WXLaunchMiniProgramReq.Resp') deliver('WXLaunchMiniProgram.Resp', extMsg);
          if (type === 'SendMessageToWX.Resp') deliver('ShowMessageFromWX.Req', country);
        }),
        events.addListener('WeChat_Req', ({ type, extMsg }) => {
          if (type === 'LaunchFromWX.Req') deliver('ShowMessageFromWX.Req', extMsg);
        }),
      ];
      return () => {
        for (const subscription of subscriptions) subscription.remove();
      };
    },
  };
}
