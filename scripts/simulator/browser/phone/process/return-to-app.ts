import type { DeviceInfo } from '../../../contract/process';
import type { TimelineEvent } from '../../../contract/timeline';

export type ReturnWay = Extract<TimelineEvent, { kind: 'extMsg' }>['by'];

/** docs/wechat.md#size-of-what-goes-back */
const extInfoLimit = 2048;

/**
 * What is noted of a text that goes back to the app. On Android the button's text comes as another
 * message (docs/wechat.md#the-buttons-text-arrives-as-another-message-on-android). An app may send
 * 2,048 characters; what WeChat does with more of ours is not known.
 */
export function returnEvents(
  extMsg: string,
  by: ReturnWay,
  { platform }: DeviceInfo,
): readonly TimelineEvent[] {
  const as =
    by === 'launchApp' && platform === 'android'
      ? 'ShowMessageFromWX.Req'
      : 'WXLaunchMiniProgram.Resp';
  const size = extMsg.length;
  const message = `${by} carried ${size} characters; the OpenSDK limits extInfo to ${extInfoLimit}, and WeChat may cut there`;
  return [
    { kind: 'extMsg', extMsg, by, as, size },
    ...(size > extInfoLimit ? [{ kind: 'warning', message } as const] : []),
  ];
}
