import { isRecord } from '../json.ts';
import { OpenError } from '../open-error.ts';
import type { NativeDelivery, Opener } from '../types.ts';
import type { MiniProgramName } from './mini-program.ts';

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
    listener: (event: unknown) => void,
  ): { remove(): void };
}

/**
 * Which event has the text where. Android's ShowMessageFromWX.Req comes as `SendMessageToWX.Resp`
 * with the text as `country`, as a share's own answer does without one.
 */
const places = [
  {
    ...{ event: 'WeChat_Resp', type: 'WXLaunchMiniProgramReq.Resp', field: 'extMsg' },
    by: 'WXLaunchMiniProgram.Resp',
  },
  {
    ...{ event: 'WeChat_Resp', type: 'SendMessageToWX.Resp', field: 'country' },
    by: 'ShowMessageFromWX.Req',
  },
  {
    ...{ event: 'WeChat_Req', type: 'LaunchFromWX.Req', field: 'extMsg' },
    by: 'ShowMessageFromWX.Req',
  },
] as const;

/** An event may be anything, also something that throws when it is read. */
function readEvent(name: string, event: unknown): NativeDelivery | null {
  try {
    if (!isRecord(event)) return null;
    const place = places.find((each) => each.event === name && each.type === event.type);
    return place === undefined ? null : { by: place.by, text: event[place.field] };
  } catch {
    return null;
  }
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
      if (!(await wechat.isWXAppInstalled()))
        throw new OpenError('wechat_not_installed', 'WeChat is not installed');
      try {
        await wechat.launchMiniProgram({ userName: originalId, miniProgramType: type, path });
      } catch (error) {
        // The library's answer to a Resp whose errCode is not 0. Any app can send such a Resp, and
        // one without a text ends nothing.
        if (error instanceof Error && error.name === 'WechatError') return;
        throw error;
      }
    },
    onDelivery(listener) {
      const listen = (name: 'WeChat_Resp' | 'WeChat_Req') =>
        events.addListener(name, (event) => {
          const delivery = readEvent(name, event);
          if (delivery !== null) listener(delivery);
        });
      const subscriptions = [listen('WeChat_Resp'), listen('WeChat_Req')];
      return () => {
        for (const subscription of subscriptions) subscription.remove();
      };
    },
  };
}
